// SPDX-License-Identifier: GPL-3.0-or-later

/// The texts of the template's files.
enum TemplateText {
  static let files: [(name: String, text: String)] = [
    ("README.md", readme), ("meeting.json", meeting), ("rooms.csv", rooms),
    ("dynamic-coalitions.csv", coalitions), ("best-practice-forums.csv", forums),
    ("nris.csv", nris), ("policy-networks.csv", networks),
    ("programme-elements.csv", elements), ("sessions.csv", sessions), ("people.csv", people),
    ("roles.csv", roles), ("links.csv", links), ("wishes.csv", wishes), ("limits.csv", limits),
    ("waivers.csv", waivers), ("cancellations.csv", cancellations),
    ("what-if/lose-the-hall.json", whatIf),
  ]

  private static let meeting = """
    // The frame of the meeting. Comments and trailing commas are allowed here.
    {
      // Names the folder under Output/ and the calendar entries.
      id: "my-meeting",
      name: "My meeting",
      // All times in the tables are on the clocks of this zone (IANA name).
      timeZone: "Europe/Oslo",
      days: [
        // A session lies wholly inside one of the open intervals of its day.
        // "starts" are the only times at which unpinned sessions may begin; leave it out for any.
        { date: "2027-06-21", label: "Day 1", open: ["09:00-13:00", "14:00-18:00"],
          starts: ["09:00", "10:45", "14:00", "15:45"] },
        { date: "2027-06-22", label: "Day 2", open: ["09:00-13:00", "14:00-17:00"],
          starts: ["09:00", "10:45", "14:00"] },
      ],
      gridMinutes: 15,       // sessions begin on this grid: 5, 10, 15, 30 or 60
      turnoverMinutes: 15,   // between two sessions in one room
      transferMinutes: 15,   // between two sessions of one person
      localHours: "07:00-22:00", // bearable for people online, on their own clocks
      eligibility: "hold",   // "report": place sessions also where a requirement is missing
      // What one unit of each soft rule costs; those not named here keep their default.
      weights: { "theme-clash": 4, "kind-clash": 10 },
      calendar: { domain: "meeting.example" },
    }

    """

  private static let rooms = """
    id,name,capacity,features,available,turnover_minutes,location,position,map,parts
    hall,Main Hall,400,hybrid;interpretation;stage,,,Ground floor,59.9133;10.7389,https://meeting.example/plan,
    ws1,Workshop Room 1,80,hybrid,,,First floor,,,
    ws2,Workshop Room 2,60,hybrid;roundtable,2027-06-21;2027-06-22 09:00-13:00,,First floor,,,

    """

  private static let coalitions = """
    id,name,themes,statement_of_need,action_plan,mailing_list,contact,open_membership,open_mailing_list,open_archives,stakeholder_groups,recognised,annual_report,coordination_group
    dc-example,Dynamic Coalition on Examples,access,yes,https://meeting.example/plan,dc@meeting.example,ada,yes,yes,yes,civil society;government;technical community,2019-05-01,2027-02-15,yes

    """

  private static let forums = """
    id,name,themes,proposed_by,selected_by_mag,mag_facilitators,coordinating_team,open_meetings,output,penholder,last_mag_update,mailing_list,web_page
    bpf-example,Best Practice Forum on Examples,security,max,2027-01-20,max,max;ada,3,Draft report,sam,2027-05-01,bpf@meeting.example,https://meeting.example/bpf

    """

  private static let nris = """
    id,name,themes,scope,region,written_statement,open,transparent,inclusive,bottom_up,multistakeholder,non_commercial,recognised,contact
    nri-all,NRIs together,access,collective,,,,,,,,,,

    """

  private static let networks = """
    id,name,themes,priority,proposal,mag_liaisons,consultant,expert_groups,secretariat_focal_point
    pn-example,Policy Network on Examples,ai,Examples are the priority of the year,https://meeting.example/pn,max,eve,government;academia,sam

    """

  private static let elements = """
    id,name,themes,kind
    opening,Opening Ceremony,,CEREMONY
    main-ai,Main session on artificial intelligence,ai,MAIN
    ws-access,Workshop on access,access,WS

    """

  private static let sessions = """
    id,activity,title,minutes,audience,themes,needs,placement,priority,day,start,room,allowed,exclusive,url
    opening-1,opening,Opening Ceremony,60,300,,stage,must,,2027-06-21,09:00,hall,,yes,
    main-ai-1,main-ai,Artificial intelligence: what next?,90,250,,interpretation,must,,,,,,,
    dc-example-1,dc-example,Examples for everybody,90,50,,,must,,,,,,,https://meeting.example/dc-example
    bpf-example-1,bpf-example,Practices that work,90,60,,,must,,,,,,,
    nri-all-1,nri-all,NRIs on access,60,60,,,must,,,,,09:00-13:00,,
    pn-example-1,pn-example,The network's report,90,70,,,must,,,,,,,
    ws-access-1,ws-access,Access for the last mile,60,40,,roundtable,optional,2,,,,,,

    """

  private static let people = """
    id,name,stakeholder_group,region,time_zone,mag_member,secretariat,presence,available,max_per_day,email,language
    ada,Ada Example,civil society,Africa,,no,no,onsite,,3,ada@example.org,
    max,Max Example,government,WEOG,,yes,no,onsite,,,,fr
    sam,Sam Example,,,,no,yes,onsite,,,,
    eve,Eve Example,academia,GRULAC,America/Montevideo,no,no,online,,,eve@example.org,es

    """

  private static let roles = """
    person,subject,role,attendance
    ada,ws-access-1,speaker,required
    max,main-ai-1,guest,preferred
    sam,nri-all-1,secretary,required
    sam,opening-1,moderator,required
    ada,main-ai-1,moderator,required
    ada,dc-example-1,moderator,required
    max,bpf-example-1,moderator,required
    sam,nri-all-1,moderator,required
    max,pn-example-1,moderator,required
    max,ws-access-1,moderator,required

    """

  private static let links = """
    from,to,kind,strength,min_gap,max_gap,reason,asked_by
    pn-example,main-ai,before,20,,,The network's report feeds the main session,MAG
    dc-example,ws-access,apart,must,,,The same public,dc-example

    """

  private static let wishes = """
    subject,want,window,room,strength,reason,asked_by
    bpf-example,yes,2027-06-22,,5,The report is ready on the second day,bpf-example

    """

  private static let limits = """
    id,kinds,themes,needs,activities,rooms,at_most,per,strength,reason
    one-main,MAIN,,,,,1,moment,must,Main sessions do not compete

    """

  private static let waivers = """
    activity,requirement,by,on,reason

    """

  private static let cancellations = """
    session,reason,by,on

    """

  private static let whatIf = """
    // A question to the tables: programme draft . --what-if lose-the-hall
    {
      question: "What if the hall is lost on the second day?",
      changes: [
        { table: "rooms", id: "hall", set: { available: "2027-06-21" } },
      ],
    }

    """
}
