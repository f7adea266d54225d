/// Words by which pages of all kinds name what is no part of their articles.
///
/// All in the form of ``Folded``: small letters, straight quotes, plain hyphens.
enum FurnitureWords {
  /// Lines that open a list of other articles.
  static let teaserHeadings: Set<String> = [
    "related", "related articles", "related article", "related stories", "related story",
    "related news", "related topics", "related posts", "related content", "related links",
    "related coverage", "related reading", "related items", "latest news", "latest",
    "latest stories",
    "latest articles", "latest posts", "latest updates", "latest from", "recent posts",
    "recent news", "recent articles", "recent stories", "read also", "also read", "read more",
    "read next", "see also", "you may also like", "you might also like",
    "you may also be interested in", "you might be interested in", "most read", "most popular",
    "most viewed", "most shared", "trending", "trending now", "top stories", "top news",
    "popular", "popular posts", "popular articles", "popular now", "in other news", "other news",
    "other articles", "other stories", "other publications", "more news", "more stories",
    "more articles", "more headlines", "recommended", "recommended for you",
    "recommended articles", "recommended reading", "don't miss", "editor's picks",
    "editors' picks", "editor's choice", "foreign press", "world press", "press digest",
    "also in this section", "also in this issue", "in this issue", "what to read next",
    "up next", "next article", "previous article", "next story", "previous story",
    "from the archive", "from our archive", "from the archives", "from around the web",
    "around the web", "sponsored content", "promoted stories", "sponsored", "more to explore",
    "keep reading", "continue reading", "similar articles", "similar posts", "similar news",
    "news feed", "newsfeed", "all news", "news in brief", "other news in this section",
    "other media", "breaking news", "upcoming events", "recent events", "comments",
    "leave a comment", "leave a reply", "post a comment", "join the discussion",
    "explore more", "discover more", "stories you may like", "headlines",
    "latest announcements", "recent announcements", "latest press releases",
    "recent press releases", "latest publications", "recent publications", "also on the wire",
    "latest notices", "news & events", "news and events", "news & media", "news and media",
    "what's new", "in the news", "photo gallery", "media gallery", "from our social media",
  ]

  /// Beginnings of such lines: "More from opinion", "Latest in politics".
  static let teaserOpenings = Phrases([
    "more from ", "more on ", "more in ", "more by ", "latest from ", "latest in ", "latest on ",
    "related to this ", "other articles by ", "also by ", "also from ", "read more about ",
    "read more on ", "popular in ", "trending in ", "most read in ", "best of ",
  ])

  /// Beginnings of a line that is itself a teaser: "Related: … (Feb. 20)".
  static let teaserLines = Phrases([
    "related:", "related story:", "related stories:", "related article:", "related articles:",
    "related news:", "read also:", "also read:", "read more:", "see also:", "more:", "read next:",
    "next article:", "previous article:", "next:", "previous:", "don't miss:", "up next:",
    "watch:", "listen:", "next saturday:", "next sunday:", "next week:", "next month:",
    "tomorrow:", "in our next issue", "from our archive", "from the archive", "photos:", "gallery:",
    "video:", "recommended:", "in pictures:",
    "advertisement", "sponsored:",
  ])

  /// Buttons and menus: the whole line.
  static let controls: Set<String> = [
    "home", "home page", "homepage", "main page", "menu", "main menu", "search", "log in", "login",
    "sign in", "sign up", "register", "subscribe", "subscribe now", "share", "share this",
    "share this article", "share this page", "tweet", "print", "print this page", "email",
    "e-mail", "email this", "accept", "accept all", "reject all", "decline", "got it", "ok",
    "close",
    "skip to content", "skip to main content", "skip navigation", "back", "back to top",
    "go back", "back to list", "top", "next", "previous", "prev", "older posts", "newer posts",
    "contact", "contact us", "contacts", "about", "about us", "faq", "faqs", "sitemap", "site map",
    "privacy", "privacy policy", "terms", "terms of use", "terms of service",
    "terms and conditions", "disclaimer", "imprint", "legal notice", "accessibility", "careers",
    "gallery", "photo gallery", "video gallery", "archive", "archives", "newsletter", "rss",
    "follow us", "follow us on", "like us on facebook", "facebook", "twitter", "instagram",
    "youtube", "linkedin", "whatsapp", "telegram", "copy link", "link copied", "save", "bookmark",
    "listen", "listen to this article", "download", "download pdf", "pdf", "view all", "see all",
    "show more", "load more", "read more", "more", "more news", "english", "en",
    "toggle navigation",
    "advertisement", "advertisements", "ad", "click here", "add comment", "no comments",
    "reply", "font size", "language", "select language", "ends", "###", "-ends-",
  ]

  /// Words of menus: a run of short lines needs one of them to be a menu.
  static let menuWords: Set<String> = controls.union([
    "news", "media", "press", "events", "history", "services", "visa", "visas", "consular",
    "consular services", "visas & consular", "visa & consular", "trade", "economy", "politics",
    "business", "opinion", "sport", "sports", "culture", "world", "the embassy", "embassy",
    "the mission", "ambassador", "the ambassador", "publications", "documents", "resources",
    "announcements", "press releases", "projects", "links", "useful links", "downloads",
    "education", "tourism", "our team", "team", "what we do", "who we are", "staff",
  ])

  /// Words with which a page's own controls give themselves away wherever they stand.
  static let controlPhrases = Phrases([
    "line spacing", "font size", "skip to content", "you are here", "click here to subscribe",
    "sign up for our newsletter", "subscribe to our newsletter", "share on facebook",
    "share on twitter", "print this page", "please enable javascript", "enable javascript",
  ])

  /// Beginnings of the sentences of a notice at the end or head of a document.
  ///
  /// Each goes with the reason that is shown.
  private static let notices: [(opening: String, reason: String)] = [
    ("media contact", "contact"), ("press contact", "contact"), ("contact:", "contact"),
    ("contacts:", "contact"), ("for further information", "contact"),
    ("for more information", "contact"), ("for media enquiries", "contact"),
    ("for media inquiries", "contact"), ("media enquiries", "contact"),
    ("media inquiries", "contact"), ("enquiries:", "contact"), ("tel:", "contact"),
    ("tel.:", "contact"), ("telephone:", "contact"), ("phone:", "contact"), ("fax:", "contact"),
    ("email:", "contact"), ("e-mail:", "contact"), ("address:", "contact"),
    ("next release", "contact"), ("office hours", "contact"), ("working hours", "contact"),
    ("opening hours", "contact"), ("follow us", "contact"),
    ("subscriptions", "subscription"), ("subscription", "subscription"),
    ("subscribe ", "subscription"), ("sign up ", "subscription"), ("to subscribe", "subscription"),
    ("to unsubscribe", "subscription"), ("you are receiving this", "subscription"),
    ("copyright", "copyright"), ("(c) ", "copyright"), ("all rights reserved", "copyright"),
    ("reproduction ", "copyright"), ("this article may not be", "copyright"),
    ("no part of this", "copyright"), ("licensed under", "copyright"),
    ("page last updated", "page date"), ("last updated", "page date"), ("updated:", "page date"),
    ("updated on", "page date"), ("updated at", "page date"), ("last modified", "page date"),
    ("last reviewed", "page date"), ("last edited", "page date"), ("last change", "page date"),
    ("this page was last", "page date"), ("page created", "page date"),
    ("page generated", "page date"), ("published:", "page date"), ("published on", "page date"),
    ("posted:", "page date"), ("posted on", "page date"), ("posted by", "page date"),
    ("date posted", "page date"), ("first published", "publication note"),
    ("originally published", "publication note"),
    ("this article first appeared", "publication note"),
    ("this article was first", "publication note"), ("this article originally", "publication note"),
    ("this article was originally", "publication note"), ("a version of this", "publication note"),
    ("an earlier version", "correction note"), ("this article has been", "correction note"),
    ("this story has been", "correction note"), ("this article was amended", "correction note"),
    ("this article was updated", "correction note"), ("correction:", "correction note"),
    ("corrections:", "correction note"), ("corrections to ", "correction note"),
    ("correction (", "correction note"), ("corrected ", "correction note"),
    ("corrects ", "correction note"), ("clarification:", "correction note"),
    ("editor's note", "correction note"), ("erratum", "correction note"),
    ("errata", "correction note"), ("updates with ", "correction note"),
    ("adds details", "correction note"), ("recasts ", "correction note"),
    ("reporting by", "editor's credit"), ("additional reporting", "editor's credit"),
    ("editing by", "editor's credit"), ("writing by", "editor's credit"),
    ("edited by", "editor's credit"), ("compiled by", "editor's credit"),
    ("translated by", "editor's credit"), ("translation by", "editor's credit"),
    ("photographs:", "picture credit"), ("photographs by", "picture credit"),
    ("photographs (", "picture credit"), ("photo:", "picture credit"),
    ("photos:", "picture credit"), ("photo credit", "picture credit"),
    ("photo by", "picture credit"), ("image:", "picture credit"), ("images:", "picture credit"),
    ("cover photo", "picture credit"), ("picture:", "picture credit"),
    ("issued to the press", "issue note"), ("issued by", "issue note"),
    ("check against delivery", "issue note"), ("embargoed", "issue note"),
    ("embargo:", "issue note"), ("not for release", "issue note"),
    ("for immediate release", "issue note"), ("this issue closed", "imprint"),
    ("this issue went", "imprint"), ("printed ", "imprint"), ("issn", "imprint"),
    ("isbn", "imprint"), ("founded in", "imprint"), ("published by", "imprint"),
    ("publisher:", "imprint"), ("report no", "imprint"), ("document no", "imprint"),
    ("next revision", "revision note"), ("next update", "revision note"),
    ("next edition", "revision note"), ("next issue", "revision note"),
    ("previous revision", "revision note"), ("previous version", "revision note"),
    ("previous edition", "revision note"), ("file opened", "revision note"),
    ("file closed", "revision note"), ("revision history", "revision note"),
    ("version history", "revision note"), ("this brief replaces", "revision note"),
    ("this paper replaces", "revision note"), ("this version ", "revision note"),
    ("this document replaces", "revision note"), ("supersedes ", "revision note"),
    ("prepared from ", "revision note"), ("last entry", "revision note"),
    ("draft of ", "revision note"), ("about the author", "about the author"),
    ("about the writer", "about the author"), ("the views expressed", "disclaimer"),
    ("the opinions expressed", "disclaimer"), ("views expressed", "disclaimer"),
    ("disclaimer", "disclaimer"), ("the content of this", "disclaimer"),
    ("source:", "source note"), ("sources:", "source note"), ("tags:", "navigation"),
    ("filed under", "navigation"), ("categories:", "navigation"), ("category:", "navigation"),
    ("keywords:", "navigation"), ("topics:", "navigation"), ("section:", "navigation"),
    ("distribution:", "issue note"), ("copies to", "issue note"), ("cc:", "issue note"),
  ]

  /// Beginnings of a line that says when the page itself was changed or read last.
  static let pageDates = Phrases([
    "page last ", "last updated", "last reviewed", "last modified", "last revised", "last edited",
    "last change", "this page was last", "page updated", "page reviewed",
  ])

  /// Who wrote it is told of the author; what the author did on a day is told as elsewhere.
  private static let authors = ["the writer", "the author"].flatMap { who in
    [
      ",", "'s", " is", " was", " has", " had", " served", " serves", " lives", " teaches",
      " taught", " works", " worked", " writes", " retired", " headed", " holds", " joined",
    ].map { (opening: who + $0, reason: "about the author") }
  }

  private static let noticesByFirst = Dictionary(grouping: notices + authors) {
    $0.opening.utf8.first
  }

  /// Why a sentence is one of a notice; nil where it is none.
  static func notice(_ sentence: Folded) -> String? {
    noticesByFirst[sentence.bytes.first]?.first { sentence.hasPrefix($0.opening) }?.reason
  }

  /// Beginnings of a line with the number of a paper.
  static let references = Phrases([
    "ref. ", "ref:", "ref.:", "reference:", "reference no", "reference number", "our ref",
    "your ref", "file no", "file:", "doc. no", "document no", "press release no",
    "press release number", "release no", "pr no", "case no", "no.:", "issn", "vol. ", "volume ",
    "issue no", "issue:", "serial no", "registration no",
  ])

  /// What a notice about cookies says beside the word.
  static let cookieWords = Phrases([
    "we use", "site uses", "website uses", "uses cookies", "use of cookies", "using cookies",
    "accept", "policy", "by continuing", "consent", "preferences", "settings", "privacy",
    "improve your experience",
  ])

  static let cookies = Phrases(["cookie", "cookies"])
  static let rights = Phrases(["all rights reserved"])
}
