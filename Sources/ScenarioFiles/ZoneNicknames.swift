// SPDX-License-Identifier: GPL-3.0-or-later

import Cells

/// Other names that people use for time zones: abbreviations, offsets, cities that the zone
/// database does not name, and Windows' names.
enum ZoneNicknames {
  /// What to write in place of a name that is not a zone; `nil` for a name that is none of these.
  static func advice(_ name: String) -> String? {
    let plain = CellText(name).text
    let folded = CellText.folded(plain)
    if let zones = abbreviations[plain.uppercased()] {
      return "an abbreviation names no place, and clocks change by place: write \(listed(zones))"
    }
    if let zone = windows[folded] { return "write \(zone)" }
    if let zone = cities[folded] { return "write \(zone)" }
    return offset(plain)
  }

  /// Every zone that may be proposed.
  static var proposed: Set<String> {
    Set(abbreviations.values.joined()).union(windows.values).union(cities.values)
  }

  private static func listed(_ zones: [String]) -> String {
    guard let last = zones.last, zones.count > 1 else { return zones.first ?? "" }
    return zones.dropLast().joined(separator: ", ") + " or " + last
  }

  /// `UTC+2`, `GMT-03:00`, `+5:30`.
  private static func offset(_ name: String) -> String? {
    var rest = name.uppercased().filter { $0 != " " }[...]
    for prefix in ["UTC", "GMT"] where rest.hasPrefix(prefix) { rest = rest.dropFirst(3) }
    guard let sign = rest.first, sign == "+" || sign == "-" else {
      return rest.isEmpty ? "write UTC" : nil
    }
    let parts = rest.dropFirst().split(separator: ":")
    guard let hours = parts.first.flatMap({ Int($0) }), (0...14).contains(hours),
      parts.count == 1 || Int(parts[1]) == 0
    else {
      return
        "an offset names no place, and clocks change by place: an IANA name, such as Asia/Kolkata"
    }
    if hours == 0 { return "write UTC" }
    return "an offset names no place, and clocks change by place: the IANA name of a city there; or"
      + " Etc/GMT\(sign == "+" ? "-" : "+")\(hours), which is \(sign)\(hours) hours all year"
  }

  private static let abbreviations: [String: [String]] = [
    "CET": ["Europe/Zurich", "Europe/Berlin", "Africa/Algiers"],
    "CEST": ["Europe/Zurich", "Europe/Berlin"],
    "MET": ["Europe/Zurich", "Europe/Berlin"], "MEZ": ["Europe/Berlin", "Europe/Zurich"],
    "EET": ["Europe/Athens", "Africa/Cairo"], "EEST": ["Europe/Athens", "Europe/Kyiv"],
    "WET": ["Europe/Lisbon"], "WEST": ["Europe/Lisbon"], "BST": ["Europe/London", "Asia/Dhaka"],
    "GMT": ["Europe/London", "Africa/Accra"], "MSK": ["Europe/Moscow"], "TRT": ["Europe/Istanbul"],
    "EST": ["America/New_York", "America/Panama"], "EDT": ["America/New_York"],
    "ET": ["America/New_York"], "CST": ["America/Chicago", "Asia/Shanghai"],
    "CDT": ["America/Chicago"],
    "CT": ["America/Chicago"], "MST": ["America/Denver", "America/Phoenix"],
    "MDT": ["America/Denver"],
    "PST": ["America/Los_Angeles", "Asia/Manila"], "PDT": ["America/Los_Angeles"],
    "PT": ["America/Los_Angeles"], "AST": ["America/Halifax", "Asia/Riyadh"],
    "BRT": ["America/Sao_Paulo"], "ART": ["America/Argentina/Buenos_Aires"],
    "COT": ["America/Bogota"],
    "IST": ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"], "PKT": ["Asia/Karachi"],
    "GST": ["Asia/Dubai"], "ICT": ["Asia/Bangkok"], "WIB": ["Asia/Jakarta"],
    "SGT": ["Asia/Singapore"],
    "HKT": ["Asia/Hong_Kong"], "KST": ["Asia/Seoul"], "JST": ["Asia/Tokyo"],
    "EAT": ["Africa/Nairobi", "Africa/Addis_Ababa"], "CAT": ["Africa/Maputo", "Africa/Harare"],
    "WAT": ["Africa/Lagos", "Africa/Douala"], "SAST": ["Africa/Johannesburg"],
    "AEST": ["Australia/Sydney", "Australia/Brisbane"], "AEDT": ["Australia/Sydney"],
    "ACST": ["Australia/Adelaide"], "AWST": ["Australia/Perth"],
    "NZST": ["Pacific/Auckland"], "NZDT": ["Pacific/Auckland"],
  ]

  /// Cities for which the zone database names another city in the same zone.
  private static let cities: [String: String] = [
    "geneva": "Europe/Zurich", "genève": "Europe/Zurich", "geneve": "Europe/Zurich",
    "genf": "Europe/Zurich", "bern": "Europe/Zurich", "basel": "Europe/Zurich",
    "lausanne": "Europe/Zurich", "switzerland": "Europe/Zurich", "zürich": "Europe/Zurich",
    "munich": "Europe/Berlin", "frankfurt": "Europe/Berlin", "hamburg": "Europe/Berlin",
    "bonn": "Europe/Berlin", "cologne": "Europe/Berlin", "germany": "Europe/Berlin",
    "milan": "Europe/Rome", "turin": "Europe/Rome", "barcelona": "Europe/Madrid",
    "strasbourg": "Europe/Paris", "lyon": "Europe/Paris", "thehague": "Europe/Amsterdam",
    "katowice": "Europe/Warsaw", "krakow": "Europe/Warsaw", "edinburgh": "Europe/London",
    "saintpetersburg": "Europe/Moscow", "st.petersburg": "Europe/Moscow", "kiev": "Europe/Kyiv",
    "ankara": "Europe/Istanbul", "telaviv": "Asia/Jerusalem", "abudhabi": "Asia/Dubai",
    "mecca": "Asia/Riyadh", "jeddah": "Asia/Riyadh", "doha": "Asia/Qatar",
    "newdelhi": "Asia/Kolkata", "delhi": "Asia/Kolkata", "mumbai": "Asia/Kolkata",
    "bangalore": "Asia/Kolkata", "hyderabad": "Asia/Kolkata", "chennai": "Asia/Kolkata",
    "india": "Asia/Kolkata", "islamabad": "Asia/Karachi", "lahore": "Asia/Karachi",
    "beijing": "Asia/Shanghai", "shenzhen": "Asia/Shanghai", "china": "Asia/Shanghai",
    "kyoto": "Asia/Tokyo", "osaka": "Asia/Tokyo", "japan": "Asia/Tokyo", "busan": "Asia/Seoul",
    "hanoi": "Asia/Ho_Chi_Minh", "bali": "Asia/Makassar", "lillestrøm": "Europe/Oslo",
    "abuja": "Africa/Lagos", "yaounde": "Africa/Douala", "yaoundé": "Africa/Douala",
    "rabat": "Africa/Casablanca", "marrakech": "Africa/Casablanca", "mombasa": "Africa/Nairobi",
    "kenya": "Africa/Nairobi", "capetown": "Africa/Johannesburg", "pretoria": "Africa/Johannesburg",
    "durban": "Africa/Johannesburg", "dakar": "Africa/Dakar", "sharmelsheikh": "Africa/Cairo",
    "washington": "America/New_York", "washingtondc": "America/New_York",
    "boston": "America/New_York", "miami": "America/New_York", "atlanta": "America/New_York",
    "ottawa": "America/Toronto", "montreal": "America/Toronto",
    "sanfrancisco": "America/Los_Angeles",
    "seattle": "America/Los_Angeles", "dallas": "America/Chicago", "houston": "America/Chicago",
    "austin": "America/Chicago", "guadalajara": "America/Mexico_City",
    "brasilia": "America/Sao_Paulo", "brasília": "America/Sao_Paulo",
    "riodejaneiro": "America/Sao_Paulo", "joãopessoa": "America/Fortaleza",
    "buenosaires": "America/Argentina/Buenos_Aires", "quito": "America/Guayaquil",
    "canberra": "Australia/Sydney", "wellington": "Pacific/Auckland",
  ]

  /// Windows' names and the corresponding zones (Unicode CLDR, windowsZones, territory 001).
  private static let windows: [String: String] = [
    "utc": "UTC", "coordinateduniversaltime": "UTC", "gmtstandardtime": "Europe/London",
    "greenwichstandardtime": "Atlantic/Reykjavik", "w.europestandardtime": "Europe/Berlin",
    "centraleuropestandardtime": "Europe/Budapest", "romancestandardtime": "Europe/Paris",
    "centraleuropeanstandardtime": "Europe/Warsaw", "w.centralafricastandardtime": "Africa/Lagos",
    "gtbstandardtime": "Europe/Bucharest", "e.europestandardtime": "Europe/Chisinau",
    "flestandardtime": "Europe/Kyiv", "turkeystandardtime": "Europe/Istanbul",
    "egyptstandardtime": "Africa/Cairo", "southafricastandardtime": "Africa/Johannesburg",
    "israelstandardtime": "Asia/Jerusalem", "jordanstandardtime": "Asia/Amman",
    "middleeaststandardtime": "Asia/Beirut", "arabicstandardtime": "Asia/Baghdad",
    "arabstandardtime": "Asia/Riyadh", "russianstandardtime": "Europe/Moscow",
    "e.africastandardtime": "Africa/Nairobi", "iranstandardtime": "Asia/Tehran",
    "arabianstandardtime": "Asia/Dubai", "georgianstandardtime": "Asia/Tbilisi",
    "caucasusstandardtime": "Asia/Yerevan", "azerbaijanstandardtime": "Asia/Baku",
    "mauritiusstandardtime": "Indian/Mauritius", "afghanistanstandardtime": "Asia/Kabul",
    "westasiastandardtime": "Asia/Tashkent", "pakistanstandardtime": "Asia/Karachi",
    "indiastandardtime": "Asia/Kolkata", "srilankastandardtime": "Asia/Colombo",
    "nepalstandardtime": "Asia/Kathmandu", "centralasiastandardtime": "Asia/Bishkek",
    "bangladeshstandardtime": "Asia/Dhaka", "myanmarstandardtime": "Asia/Yangon",
    "seasiastandardtime": "Asia/Bangkok", "chinastandardtime": "Asia/Shanghai",
    "singaporestandardtime": "Asia/Singapore", "w.australiastandardtime": "Australia/Perth",
    "taipeistandardtime": "Asia/Taipei", "tokyostandardtime": "Asia/Tokyo",
    "koreastandardtime": "Asia/Seoul", "auscentralstandardtime": "Australia/Darwin",
    "cen.australiastandardtime": "Australia/Adelaide",
    "e.australiastandardtime": "Australia/Brisbane", "auseasternstandardtime": "Australia/Sydney",
    "westpacificstandardtime": "Pacific/Port_Moresby", "newzealandstandardtime": "Pacific/Auckland",
    "fijistandardtime": "Pacific/Fiji", "tongastandardtime": "Pacific/Tongatapu",
    "samoastandardtime": "Pacific/Apia", "hawaiianstandardtime": "Pacific/Honolulu",
    "alaskanstandardtime": "America/Anchorage", "pacificstandardtime": "America/Los_Angeles",
    "usmountainstandardtime": "America/Phoenix", "mountainstandardtime": "America/Denver",
    "centralamericastandardtime": "America/Guatemala", "centralstandardtime": "America/Chicago",
    "centralstandardtime(mexico)": "America/Mexico_City",
    "canadacentralstandardtime": "America/Regina", "sapacificstandardtime": "America/Bogota",
    "easternstandardtime": "America/New_York",
    "useasternstandardtime": "America/Indiana/Indianapolis",
    "venezuelastandardtime": "America/Caracas", "paraguaystandardtime": "America/Asuncion",
    "atlanticstandardtime": "America/Halifax", "sawesternstandardtime": "America/La_Paz",
    "pacificsastandardtime": "America/Santiago", "newfoundlandstandardtime": "America/St_Johns",
    "e.southamericastandardtime": "America/Sao_Paulo",
    "argentinastandardtime": "America/Argentina/Buenos_Aires",
    "saeasternstandardtime": "America/Cayenne", "montevideostandardtime": "America/Montevideo",
    "bahiastandardtime": "America/Bahia", "azoresstandardtime": "Atlantic/Azores",
    "capeverdestandardtime": "Atlantic/Cape_Verde", "moroccostandardtime": "Africa/Casablanca",
    "namibiastandardtime": "Africa/Windhoek", "sudanstandardtime": "Africa/Khartoum",
  ]
}
