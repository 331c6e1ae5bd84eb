// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A target of ours: the strict settings, and only the neighbours it names.
func house(_ name: String, _ uses: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: strict)
}

func tests(_ name: String, _ uses: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: uses, path: "Tests/\(name)Tests", exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "Programme",
  products: [.executable(name: "programme", targets: ["programme"])],
  targets: [
    // libglpk-dev brings no pkg-config file; the guard in front of it is a C target for setjmp.
    .target(
      name: "GLPKGuard", path: "Sources/C/GLPKGuard", linkerSettings: [.linkedLibrary("glpk")]),
    .systemLibrary(
      name: "CICal", path: "Sources/C/CICal", pkgConfig: "libical",
      providers: [.apt(["libical-dev"])]),
    .systemLibrary(name: "CCSV", path: "Sources/C/CCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(
      name: "CWorkbook", path: "Sources/C/CWorkbook", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CZip", path: "Sources/C/CZip", pkgConfig: "minizip",
      providers: [.apt(["libminizip-dev"])]),
    .systemLibrary(
      name: "CExpat", path: "Sources/C/CExpat", pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"])]),

    .systemLibrary(
      name: "CSQLite", path: "Sources/C/CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZlib", path: "Sources/C/CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CQREncode", path: "Sources/C/CQREncode", pkgConfig: "libqrencode",
      providers: [.apt(["libqrencode-dev"])]),

    house("Files"),
    house("Tables", ["CCSV"]),
    house("Meetings"),
    house("Cells", ["Tables", "Meetings"]),
    house("XMLReading", ["CExpat"]),
    house("Workbooks", ["Tables", "XMLReading", "CWorkbook", "CZip"]),
    house("ScenarioFiles", ["Files", "Tables", "Meetings", "Cells", "Workbooks"]),
    house("Modalities", ["Tables", "Meetings"]),
    house("Rules", ["Tables", "Meetings", "Modalities"]),
    house("Reports", ["Tables", "Meetings", "Modalities", "Rules"]),
    house("Comparing", ["Tables", "Meetings", "Modalities", "Rules", "Reports"]),
    house("Threads"),
    house("IntegerPrograms"),
    house("GLPKSolver", ["Threads", "IntegerPrograms", "GLPKGuard"]),
    house("Planning", ["Threads", "Meetings", "Modalities", "IntegerPrograms"]),
    house("Programmes", ["Tables", "Meetings", "Modalities"]),
    house("Calendars", ["Meetings", "Programmes", "CICal"]),
    house("Drafts", ["Tables", "Meetings", "Programmes", "Calendars"]),
    house("Participants", ["Tables", "Meetings", "Programmes"]),
    house("Spreadsheets", ["Tables", "Meetings", "Cells", "Programmes", "Workbooks"]),
    house("Databases", ["CSQLite"]),
    house("Results", ["Files", "Tables", "Databases", "CZlib"]),
    house("Register", ["CSQLite", "Databases"]),
    house("PublicationLint", ["Tables", "XMLReading"]),
    house(
      "Publications",
      [
        "Tables", "Meetings", "Programmes", "Calendars", "Drafts", "Participants", "Spreadsheets",
        "Register", "PublicationLint", "Files", "Databases", "CQREncode",
      ]),
    house(
      "Explaining",
      [
        "Threads", "Tables", "Meetings", "Modalities", "Rules", "Reports", "IntegerPrograms",
        "Planning",
      ]),
    .executableTarget(
      name: "programme",
      dependencies: [
        "Threads", "Files", "Databases", "Results", "Tables", "Meetings", "Cells", "ScenarioFiles",
        "Modalities", "Rules", "IntegerPrograms", "GLPKSolver", "Planning", "Programmes", "Drafts",
        "Reports", "Participants", "Publications", "Spreadsheets", "Comparing", "Explaining",
      ],
      swiftSettings: strict),

    tests("Files", ["Files"]),
    tests("Results", ["Results", "Files", "Databases"]),
    tests("Tables", ["Files", "Tables"]),
    tests("Meetings", ["Meetings"]),
    tests("Cells", ["Cells", "Meetings", "Tables"]),
    tests("ScenarioFiles", ["ScenarioFiles", "Workbooks", "Cells", "Tables", "Meetings"]),
    tests("Modalities", ["Modalities", "ScenarioFiles", "Tables", "Meetings"]),
    tests(
      "Rules", ["Rules", "Modalities", "ScenarioFiles", "Tables", "Meetings"], exclude: ["Golden"]),
    tests(
      "Reports", ["Reports", "Rules", "Modalities", "ScenarioFiles", "Tables", "Meetings"]),
    tests(
      "Comparing",
      ["Comparing", "Reports", "Rules", "Modalities", "ScenarioFiles", "Tables", "Meetings"],
      exclude: ["Golden"]),
    tests("IntegerPrograms", ["IntegerPrograms"]),
    tests("GLPKSolver", ["GLPKSolver", "Threads", "IntegerPrograms"]),
    tests(
      "Planning",
      ["Planning", "GLPKSolver", "IntegerPrograms", "Rules", "Modalities", "Meetings", "Tables"]),
    tests(
      "Explaining",
      [
        "Explaining", "Planning", "GLPKSolver", "IntegerPrograms", "ScenarioFiles", "Reports",
        "Rules", "Modalities", "Meetings", "Tables",
      ]),
    tests("Programmes", ["Programmes", "Modalities", "ScenarioFiles", "Meetings"]),
    tests("Drafts", ["Drafts", "Programmes", "Meetings", "Tables", "CICal"]),
    tests(
      "Participants",
      ["Participants", "Programmes", "ScenarioFiles", "Meetings", "Tables", "Files"]),
    tests("Register", ["Register"]),
    tests(
      "Publications",
      [
        "Publications", "Register", "PublicationLint", "Participants", "Programmes",
        "Spreadsheets", "Workbooks", "ScenarioFiles", "Meetings", "Tables", "CICal",
      ]),
    tests("Workbooks", ["Workbooks", "XMLReading", "Tables"]),
    tests("PublicationLint", ["PublicationLint"]),
    tests(
      "Spreadsheets",
      [
        "Spreadsheets", "Workbooks", "Programmes", "ScenarioFiles", "Meetings", "Tables",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
