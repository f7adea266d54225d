import Chronicle
import Testing

@Suite struct PersonalNameTests {
  @Test(arguments: [
    ("Nawaz Sharif", "Sharif"), ("Niinistö", "Niinistö"), ("", ""),
    ("King Abdullah II", "Abdullah II"), ("Lee Nak-yon", "Lee"), ("Moon Jae-in", "Moon"),
    // Surnames in two parts have two capitals.
    ("Annegret Kramp-Karrenbauer", "Kramp-Karrenbauer"), ("Abdel el-Sisi", "el-Sisi"),
  ])
  func theSurnameIsWhatAPersonIsCalledBy(name: String, surname: String) {
    #expect(PersonalName.surname(of: name) == surname)
  }
}
