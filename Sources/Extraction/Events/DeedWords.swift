import Prose

/// Words by which several readers of deeds go.
enum DeedWords {
  static let papers = BlockReading.keys(
    "agreement declaration protocol memorandum treaty convention mou programme accord statement"
      + " communiqué communique pact plan framework arrangement charter")
  static let disasters = BlockReading.keys(
    "disaster earthquake earthquakes quake flood floods fire fires wildfire wildfires cyclone cyclones"
      + " typhoon typhoons hurricane hurricanes tornado tsunami eruption drought landslide landslides"
      + " avalanche storm storms explosion epidemic pandemic outbreak famine")
  static let votes = BlockReading.keys(
    "vote votes voted voting abstain abstains abstained abstention")
}
