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
    house("Workbooks", ["Tables", "CWorkbook", "CZip", "CExpat"]),
    house("ScenarioFiles", ["Files", "Tables", "Meetings", "Cells", "Workbooks"]),
    house("Modalities", ["Tables", "Meetings"]),
    house("Rules", ["Tables", "Meetings", "Modalities"]),
    house("Reports", ["Tables", "Meetings", "Modalities", "Rules"]),
    house("Comparing", ["Tables", "Meetings", "Modalities", "Rules", "Reports"]),
    house("Threads"),
    house("IntegerPrograms"),
    house("GLPKSolver", ["Threads", "IntegerPrograms", "GLPKGuard"]),
    house("PlanningProblems", ["Meetings", "Modalities", "IntegerPrograms"]),
    house("Proving", ["IntegerPrograms", "PlanningProblems"]),
    house("Searching", ["IntegerPrograms", "PlanningProblems"]),
    house(
      "Planning",
      ["Threads", "Meetings", "IntegerPrograms", "PlanningProblems", "Proving", "Searching"]),
    house("Publishing", ["Tables", "Meetings", "CICal"]),
    house("Participants", ["Tables", "Meetings", "Publishing"]),
    house(
      "Spreadsheets",
      ["Tables", "Meetings", "Cells", "Publishing", "Participants", "Workbooks"]),
    house("Databases", ["CSQLite"]),
    house("Results", ["Files", "Tables", "Databases", "CZlib"]),
    house("Register", ["CSQLite", "Databases"]),
    house(
      "Publications",
      [
        "Tables", "Meetings", "Modalities", "Publishing", "Participants", "Spreadsheets",
        "Register",
        "Files", "Databases", "CQREncode",
      ]),
    house(
      "Explaining",
      [
        "Threads", "Tables", "Meetings", "Modalities", "Rules", "Reports", "IntegerPrograms",
        "PlanningProblems", "Planning",
      ]),
    .executableTarget(
      name: "programme",
      dependencies: [
        "Threads", "Files", "Databases", "Results", "Tables", "Meetings", "Cells", "ScenarioFiles",
        "Modalities", "Rules", "IntegerPrograms", "GLPKSolver", "PlanningProblems", "Planning",
        "Publishing", "Reports",
        "Participants", "Publications", "Spreadsheets", "Comparing", "Explaining",
      ],
      swiftSettings: strict),

    // What the tests of several targets share.
    .target(name: "Judging", path: "Tests/Judging", swiftSettings: strict),
    tests("Judging", ["Judging"]),
    tests("Files", ["Files"]),
    tests("Results", ["Results", "Files", "Databases"]),
    tests("Tables", ["Files", "Tables"]),
    tests("Meetings", ["Meetings"]),
    tests("Cells", ["Judging", "Cells", "Meetings", "Tables"]),
    tests(
      "ScenarioFiles", ["Judging", "ScenarioFiles", "Workbooks", "Cells", "Tables", "Meetings"]),
    tests("Modalities", ["Modalities", "ScenarioFiles", "Tables", "Meetings"]),
    tests(
      "Rules", ["Judging", "Rules", "Modalities", "ScenarioFiles", "Tables", "Meetings"],
      exclude: ["Golden"]),
    tests(
      "Reports", ["Reports", "Rules", "Modalities", "ScenarioFiles", "Tables", "Meetings"]),
    tests(
      "Comparing",
      [
        "Judging", "Comparing", "Reports", "Rules", "Modalities", "ScenarioFiles", "Tables",
        "Meetings",
      ],
      exclude: ["Golden"]),
    tests("IntegerPrograms", ["IntegerPrograms"]),
    tests("GLPKSolver", ["Judging", "GLPKSolver", "Threads", "IntegerPrograms"]),
    tests(
      "Planning",
      [
        "Judging", "PlanningProblems", "Proving", "Searching", "Planning", "GLPKSolver",
        "IntegerPrograms", "Rules", "Modalities", "Meetings",
        "Tables",
      ]),
    tests(
      "Explaining",
      [
        "Judging", "Explaining", "PlanningProblems", "Planning", "GLPKSolver", "IntegerPrograms",
        "ScenarioFiles",
        "Reports",
        "Rules", "Modalities", "Meetings", "Tables",
      ]),
    tests("Publishing", ["Publishing", "Meetings", "Tables", "CICal"]),
    tests(
      "Participants",
      ["Participants", "Publishing", "ScenarioFiles", "Meetings", "Tables", "Files"]),
    tests("Register", ["Register"]),
    tests(
      "Publications",
      [
        "Judging", "Publications", "Register", "Participants", "Publishing", "ScenarioFiles",
        "Meetings",
        "Tables", "CICal",
      ]),
    tests("Workbooks", ["Workbooks", "Tables"]),
    tests(
      "Spreadsheets",
      [
        "Judging", "Spreadsheets", "Workbooks", "Participants", "Publishing", "ScenarioFiles",
        "Meetings",
        "Tables",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
