import Chronicle
import Testing

@Suite struct PersonalNameTests {
  @Test(arguments: [
    ("Nawaz Sharif", "Sharif"), ("Niinistö", "Niinistö"), ("", ""),
    ("King Abdullah II", "Abdullah II"), ("Lee Nak-yon", "Lee"), ("Moon Jae-in", "Moon"),
    // Surnames in two parts have two capitals.
    ("Annegret Kramp-Karrenbauer", "Kramp-Karrenbauer"), ("Abdel el-Sisi", "el-Sisi"),
    ("Tarja van der Meer", "van der Meer"), ("José Eduardo dos Santos", "dos Santos"),
    ("Tamim bin Hamad Al Thani", "Al Thani"), ("Al Gore", "Gore"), ("Daniel arap Moi", "Moi"),
  ])
  func theSurnameIsWhatAPersonIsCalledBy(name: String, surname: String) {
    #expect(PersonalName.surname(of: name) == surname)
  }
}
