// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A target of ours: the strict settings, and only the neighbours it names.
///
/// - Parameter embeds: folders of scripts, styles and tables that are part of the program; `FileBytes`
///   compiles them.
func house(
  _ name: String, _ uses: [Target.Dependency] = [], embeds: [String] = []
) -> Target {
  .target(name: name, dependencies: uses, exclude: embeds, swiftSettings: strict)
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

    // GMime's interface is made of macros; a few lines of C stand in front of it.
    .systemLibrary(
      name: "CGMime", path: "Sources/C/CGMime", pkgConfig: "gmime-3.0",
      providers: [.apt(["libgmime-3.0-dev"])]),
    .target(name: "MailWriter", dependencies: ["CGMime"], path: "Sources/C/MailWriter"),
    .systemLibrary(
      name: "CIDN", path: "Sources/C/CIDN", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]
    ),

    // Its options are variable arguments; a few lines of C stand in front of it.
    .target(
      name: "MicroHTTPD", path: "Sources/C/MicroHTTPD",
      linkerSettings: [.linkedLibrary("microhttpd")]),

    // The compiler of C reads files into the program at once; Swift reads them as lists of numbers.
    .target(name: "FileBytes", path: "Sources/C/FileBytes"),

    house("EmbeddedFiles", ["FileBytes"]),
    house("Files"),
    house("Mail", ["MailWriter"]),
    house("Texts"),
    house("Addresses", ["Texts", "CIDN"]),
    house("Tables", ["Texts", "CCSV"]),
    house("Meetings"),
    house("Languages", ["EmbeddedFiles", "Tables", "Meetings"], embeds: ["Words"]),
    house("Cells", ["Texts", "Tables", "Meetings"]),
    house("XMLReading", ["CExpat"]),
    house("Workbooks", ["Files", "Tables", "XMLReading", "CWorkbook", "CZip"]),
    house(
      "ScenarioFiles",
      [
        "Files", "Texts", "Addresses", "Tables", "Meetings", "Languages", "Cells", "Workbooks",
      ]),
    house("Modalities", ["Texts", "Tables", "Meetings"]),
    house("Rules", ["Texts", "Tables", "Meetings", "Modalities"]),
    house("Pages", ["EmbeddedFiles", "Texts", "Addresses"], embeds: ["Style"]),
    house(
      "Reports",
      ["EmbeddedFiles", "Texts", "Pages", "Tables", "Meetings", "Modalities", "Rules"],
      embeds: ["Style"]),
    house(
      "Comparing",
      ["EmbeddedFiles", "Texts", "Pages", "Tables", "Meetings", "Modalities", "Rules", "Reports"],
      embeds: ["Style"]),
    house("Pricing", ["Meetings", "Modalities", "Rules"]),
    house(
      "BoardPages", ["EmbeddedFiles", "Pages"], embeds: ["Script", "Style"]),
    house("Threads"),
    house("HTTPServing", ["Threads", "MicroHTTPD"]),
    house("IntegerPrograms"),
    house("GLPKSolver", ["Threads", "IntegerPrograms", "GLPKGuard"]),
    house("PlanningProblems", ["Meetings", "Modalities", "IntegerPrograms"]),
    house("Proving", ["IntegerPrograms", "PlanningProblems"]),
    house("Searching", ["IntegerPrograms", "PlanningProblems"]),
    house(
      "Planning",
      [
        "Threads", "Meetings", "IntegerPrograms", "PlanningProblems", "Proving", "Searching",
      ]),
    house("Programmes", ["Texts", "Addresses", "Tables", "Meetings", "Languages", "Modalities"]),
    house("Calendars", ["Texts", "Addresses", "Meetings", "Programmes", "CICal"]),
    house(
      "Drafts", ["Texts", "Addresses", "Tables", "Meetings", "Programmes", "Calendars"]),
    house(
      "Participants",
      [
        "EmbeddedFiles", "Files", "Texts", "Addresses", "Pages", "Tables", "Meetings", "Languages",
        "Programmes",
      ],
      embeds: ["Script", "Style", "Worker"]),
    house(
      "Spreadsheets",
      ["Texts", "Addresses", "Tables", "Meetings", "Cells", "Programmes", "Workbooks"]),
    house("Databases", ["CSQLite"]),
    house("Results", ["Files", "Texts", "Tables", "Databases", "CZlib"]),
    house(
      "Boards", ["EmbeddedFiles", "Files", "Texts", "Pages", "Databases", "Meetings", "Results"],
      embeds: ["Style"]),
    house("Register", ["CSQLite", "Databases"]),
    house("PublicationLint", ["Files", "Addresses", "Tables", "XMLReading"]),
    house(
      "Publications",
      [
        "EmbeddedFiles", "Texts", "Addresses", "Tables", "Meetings", "Cells", "Languages",
        "Programmes", "Calendars",
        "Drafts", "Participants", "Spreadsheets", "Register", "PublicationLint", "Files",
        "Databases", "Mail", "CQREncode", "Pages",
      ], embeds: ["Style"]),
    house(
      "Explaining",
      [
        "Threads", "Texts", "Tables", "Meetings", "Modalities", "Rules", "Reports", "Pricing",
        "IntegerPrograms", "PlanningProblems", "Planning",
      ]),
    house(
      "BoardRoutes",
      [
        "Files", "Texts", "Pages", "Tables", "Databases", "Meetings", "Modalities", "Rules",
        "Programmes", "Boards",
        "ScenarioFiles", "Pricing", "Comparing", "HTTPServing",
      ]),
    house(
      "Commands",
      [
        "Threads", "Files", "Databases", "Results", "Texts", "Addresses", "Tables", "Meetings",
        "Cells", "ScenarioFiles", "Modalities", "Rules", "IntegerPrograms", "GLPKSolver",
        "PlanningProblems", "Planning", "Languages", "Programmes", "Drafts", "Reports",
        "Participants",
        "Publications", "Spreadsheets", "Comparing", "Explaining", "HTTPServing", "Boards",
        "BoardPages", "BoardRoutes",
      ]),
    .executableTarget(name: "programme", dependencies: ["Commands"], swiftSettings: strict),

    // What the tests of several targets share.
    .target(name: "Scratch", path: "Tests/Scratch", swiftSettings: strict),
    .target(name: "Judging", path: "Tests/Judging", swiftSettings: strict),
    .target(name: "Wires", path: "Tests/Wires", swiftSettings: strict),
    tests("Judging", ["Judging"]),
    tests("EmbeddedFiles", ["EmbeddedFiles"]),
    tests("Files", ["Scratch", "Files"]),
    tests("Mail", ["Mail"]),
    tests("Pages", ["EmbeddedFiles", "Pages", "Texts"]),
    tests("HTTPServing", ["HTTPServing", "Wires"]),
    tests("Databases", ["Scratch", "Databases", "CSQLite"]),
    tests("Results", ["Scratch", "Judging", "Results", "Files", "Databases"]),
    tests(
      "BoardRoutes",
      ["Scratch", "BoardRoutes", "Boards", "HTTPServing", "Meetings", "ScenarioFiles", "Wires"]),
    tests("Boards", ["Scratch", "Judging", "Boards", "Results", "Files", "Databases", "Meetings"]),
    tests("Texts", ["Texts"]),
    tests("Addresses", ["Addresses"]),
    tests("Tables", ["Judging", "Texts", "Tables"]),
    tests("Meetings", ["Meetings"]),
    tests("Languages", ["Judging", "Languages", "Programmes", "Meetings"]),
    tests("Cells", ["Judging", "Cells", "Meetings"]),
    tests(
      "ScenarioFiles",
      ["Scratch", "Judging", "ScenarioFiles", "Texts", "Workbooks", "Cells", "Tables", "Meetings"]),
    tests(
      "Contract",
      [
        "Scratch", "Judging", "Rules", "Modalities", "PlanningProblems", "Planning", "GLPKSolver",
        "ScenarioFiles",
        "Cells", "Meetings",
      ]),
    tests("Modalities", ["Modalities", "Meetings"]),
    tests(
      "Rules", ["Judging", "Rules", "ScenarioFiles", "Texts", "Tables", "Meetings"],
      exclude: ["Golden"]),
    tests(
      "Reports",
      [
        "Judging", "Reports", "Rules", "Modalities", "ScenarioFiles", "Texts", "Tables", "Meetings",
      ]),
    tests(
      "Comparing",
      [
        "Judging", "Comparing", "Reports", "Rules", "ScenarioFiles", "Texts", "Tables", "Meetings",
      ],
      exclude: ["Golden"]),
    tests("IntegerPrograms", ["IntegerPrograms"]),
    tests("GLPKSolver", ["Judging", "GLPKSolver", "Threads", "IntegerPrograms"]),
    tests(
      "Planning",
      [
        "Judging", "PlanningProblems", "Proving", "Searching", "Planning", "GLPKSolver",
        "IntegerPrograms", "Rules", "Pricing", "Meetings",
      ]),
    tests("Pricing", ["Judging", "Pricing", "Rules", "Meetings"]),
    tests(
      "Explaining",
      [
        "Scratch", "Judging", "Explaining", "PlanningProblems", "Planning", "GLPKSolver",
        "IntegerPrograms",
        "ScenarioFiles", "Reports", "Rules", "Meetings", "Tables",
      ]),
    tests(
      "Commands",
      [
        "Scratch", "Judging", "Commands", "Files", "Boards", "BoardRoutes", "Results", "Tables",
        "Meetings",
        "Rules", "IntegerPrograms",
        "Planning", "Comparing", "Explaining", "Threads", "Workbooks",
      ],
      exclude: ["Golden"]),
    tests("Programmes", ["Programmes", "Modalities", "ScenarioFiles", "Meetings"]),
    tests("Drafts", ["Drafts", "Programmes", "Meetings", "Tables", "CICal"]),
    tests(
      "Participants",
      [
        "Participants", "Languages", "Programmes", "ScenarioFiles", "Meetings",
        "Tables", "Files", "Texts",
      ]),
    tests("BoardPages", ["BoardPages"]),
    tests("Register", ["Scratch", "Register"]),
    tests(
      "Publications",
      [
        "Scratch", "Judging", "Publications", "Register", "PublicationLint", "Participants",
        "Languages",
        "Programmes", "Addresses", "Databases", "CSQLite", "Spreadsheets", "Workbooks",
        "ScenarioFiles", "Meetings", "Texts", "Tables", "CICal",
      ]),
    tests("Workbooks", ["Scratch", "Judging", "Workbooks", "XMLReading", "Tables"]),
    tests("PublicationLint", ["PublicationLint"]),
    tests(
      "Spreadsheets",
      [
        "Scratch", "Judging", "Addresses", "Spreadsheets", "Workbooks", "Programmes",
        "ScenarioFiles",
        "Meetings", "Texts",
        "Tables",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
