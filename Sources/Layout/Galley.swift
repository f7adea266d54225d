public import Drawing

/// Pages of one template, beginning on a page of their own unless they join the pages before.
public struct Section {
  public enum Contents {
    case flow([any Block])
    case plate((PageIndex) -> [Item])
  }

  public let template: PageTemplate
  public let contents: Contents
  /// Set before the section where it begins below another.
  let joint: [any Block]?

  /// - Parameter joint: nil: the section begins a page; else it may begin on the last page of the
  ///   section before, which has the same template, below these blocks: a rule, and room.
  public init(_ template: PageTemplate, _ blocks: [any Block], joint: [any Block]? = nil) {
    self.template = template
    self.joint = joint
    contents = .flow(blocks)
  }

  /// One page whose marks are placed, from the upper left corner of the sheet, when it is known
  /// where all that flows stands: it may name pages.
  public init(_ template: PageTemplate, plate items: @escaping (PageIndex) -> [Item]) {
    self.template = template
    joint = nil
    contents = .plate(items)
  }
}

/// Sections whose blocks are set once, to be stacked on pages in this way or that.
public struct Galley {
  struct Part {
    enum Contents {
      /// What flows, and what stands before it below another section.
      case flow([FlowItem], joint: [FlowItem]?)
      case plate((PageIndex) -> [Item])
    }

    var template: PageTemplate
    var contents: Contents
  }

  let setter: Typesetter
  let parts: [Part]

  private init(setter: Typesetter, parts: [Part]) {
    self.setter = setter
    self.parts = parts
  }

  /// The parts of one, then those of another that was set by the same setter or by one of another
  /// series.
  public static func + (a: Galley, b: Galley) -> Galley {
    Galley(setter: a.setter, parts: a.parts + b.parts)
  }

  public init(_ sections: [Section], _ setter: Typesetter) {
    self.setter = setter
    parts = sections.map { section in
      func set(_ blocks: [any Block]) -> [FlowItem] {
        blocks.flatMap { $0.layout(width: section.template.area.width, setter) }
      }
      let contents: Part.Contents =
        switch section.contents {
        case .flow(let blocks): .flow(set(blocks), joint: section.joint.map(set))
        case .plate(let items): .plate(items)
        }
      return Part(template: section.template, contents: contents)
    }
  }
}
