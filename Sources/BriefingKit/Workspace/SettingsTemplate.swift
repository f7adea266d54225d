/// The `briefing.yaml` that a person begins with: every name with what it means, nothing filled in.
public enum SettingsTemplate {
  public static let text = """
    # What a person fills in for a briefing. Every line may be left empty or out; what is empty is
    # printed as a ruled line to write on in the full form, and not at all in the others.
    # Nothing here is ever invented by the program, and this file is never written by it again.

    # Printed in capitals at head and foot of every page and on the slides; at least the highest
    # marking among the documents. Example: Official – sensitive
    marking:

    # The two states by their ISO 3166-1 codes, our side first. Example: [PAK, AZE]
    # Empty: found in the documents, by name.
    parties:

    # "Today" for anniversaries and plans, as 2017-02-01. Empty: the meeting's date, else the date
    # of the newest document.
    as_of:

    form:    # card (one page), two-pager (with the timeline), full
    paper:   # a4, letter
    locale:  # en-GB, en-US, ur

    meeting:
      occasion:         # Joint commission, 7th session
      date:             # 2017-03-01
      place:            # Baku
      our_principal:    # Minister of Commerce
      their_principal:  # Minister of Energy

    # Lists, a line each:
    #   - Agree a date for the next session
    #   - "With a colon: in quotation marks"
    objectives:
    points_to_make:
    points_to_avoid:
    their_points:       # what the other side is likely to say
    sensitivities:

    # Names with a text:
    #   - name: Minister of Energy
    #     text: In office since 2013; led the delegation to the 5th session.
    biographies:

    # Your own colours and face for the figures. Contrast and what readers with colour-blindness see
    # are checked; a pair that can't be told apart is an error that names it.
    theme:
      logo:       # theme/logo.svg or .png, for the corner of slides
      font:       # Inter, Noto Serif
      ink:        # 1A1F2B
      secondary:  # 4A5261
      sides:      # [1A7378, A85A1A], our side first
      domains:    # {political: 3460A0, defence: 73232D}
      dark:       # the same for dark slides, and their ground: {ground: 141922, ink: F2F4F7}

    """
}
