package org.greensward.demonstration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.greensward.demonstration.Facts.Council;

/** Writes the register: councils, forums and statuses. */
final class Tables {

  private static final String FIRST_DAY = "2010-04-01";
  private static final String GUESSED = "made up for demonstration";
  private static final String ONS = "ONS names and codes of parishes (OGL v3.0)";

  /** The councils that are said here to be interested, besides the documented ones. */
  private static final List<String> INTERESTED =
      List.of(
          "Abbey Hill",
          "Bletchley and Fenny Stratford",
          "Bradwell",
          "Broughton and Milton Keynes",
          "Campbell Park",
          "Castlethorpe",
          "Central Milton Keynes",
          "Emberton",
          "Great Linford",
          "Hanslope",
          "Haversham-cum-Little Linford",
          "Kents Hill and Monkston",
          "Lavendon",
          "Loughton and Great Holm",
          "New Bradwell",
          "Newport Pagnell",
          "Old Woughton",
          "Shenley Brook End and Tattenhoe",
          "Shenley Church End",
          "Simpson and Ashland",
          "Stantonbury",
          "Walton",
          "Woburn Sands",
          "Wolverton and Greenleys");

  private final Facts facts;
  private final Path folder;
  private final Random random;

  Tables(Facts facts, Path folder, long seed) {
    this.facts = facts;
    this.folder = folder;
    this.random = new Random(seed + 111);
  }

  void write() {
    councils();
    forums();
    statuses();
  }

  /** A parish meeting need have no clerk. */
  private static String role(Council council) {
    return council.kind().equals("parish meeting") ? "Chair" : "Clerk";
  }

  /** A name that leads nowhere: mail about land that is made up shall reach nobody. */
  private static String domain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + ".example";
  }

  private void councils() {
    List<List<String>> rows = new ArrayList<>();
    for (Council council : facts.councils()) {
      rows.add(
          List.of(
              council.name(),
              council.kind(),
              String.join(" ", council.codes()),
              council.wards(),
              aliases(council.name()),
              council.settlement().get(0),
              council.settlement().get(1),
              "documented",
              ONS,
              council.note(),
              role(council),
              role(council).toLowerCase(Locale.ROOT) + "@" + domain(council.name())));
    }
    table(
        "councils",
        "name,kind,gss_codes,wards,aliases,lon,lat,basis,source,note,contact_role,contact_email",
        rows);
  }

  private static String aliases(String name) {
    List<String> aliases = new ArrayList<>();
    if (name.equals("West Bletchley Council")) {
      aliases.add("West Bletchley Town Council");
    }
    if (name.contains(" and ")) {
      aliases.add(name.replace(" and ", " & "));
    }
    if (name.contains("-cum-")) {
      aliases.add(name.replace("-cum-", " cum "));
    }
    return String.join("; ", aliases);
  }

  private void forums() {
    Map<String, String> members =
        facts.councils().stream()
            .filter(council -> !council.forum().isEmpty())
            .collect(
                Collectors.groupingBy(
                    Council::forum, Collectors.mapping(Council::name, Collectors.joining("; "))));
    List<List<String>> rows = new ArrayList<>();
    for (String ward : List.of("Olney", "Danesborough", "Newport Pagnell and Hanslope")) {
      rows.add(
          List.of(
              ward + " Ward Forum",
              "ward forum",
              members.get(ward),
              "",
              "no",
              "documented",
              "public pages of the authority",
              ""));
    }
    rows.add(
        List.of(
            "Parishes Forum",
            "parishes forum",
            "*",
            "",
            "no",
            "documented",
            "public pages of the authority",
            "meets quarterly, two representatives a council"));
    rows.add(
        List.of(
            "Parishes Advisory Group",
            "advisory group",
            "Campbell Park Parish Council; Hanslope Parish Council; Newport Pagnell Town Council;"
                + " Olney Town Council; Stony Stratford Town Council; Woughton Community Council",
            "",
            "no",
            "illustrative",
            GUESSED,
            "the group is real, the choice of members is made up"));
    table("forums", "name,kind,councils,chair,dormant,basis,source,note", rows);
  }

  private void statuses() {
    List<List<String>> rows = new ArrayList<>();
    for (Council council : facts.councils()) {
      List<String> now = statusOf(council.name());
      String until = now == null ? "" : now.get(3);
      rows.add(status(council.name(), "none", FIRST_DAY, until, "", "illustrative", GUESSED, ""));
      if (now != null) {
        rows.add(now);
      }
    }
    rows.sort(Comparator.comparing(row -> row.get(0)));
    table("statuses", "council,service,status,from,to,arrangement,basis,source,note", rows);
  }

  private List<String> statusOf(String council) {
    for (Map<String, String> fact : facts.statuses()) {
      if (fact.get("council").equals(council)) {
        return status(
            council,
            fact.get("status"),
            fact.get("from"),
            "",
            fact.get("status").equals("devolved") ? "grant-funded" : "",
            fact.get("basis"),
            fact.get("source"),
            fact.get("note"));
      }
    }
    if (INTERESTED.stream().anyMatch(name -> council.startsWith(name + " "))) {
      int month = random.nextInt(20);
      String from = String.format("%d-%02d-01", 2017 + month / 12, 1 + month % 12);
      return status(council, "interested", from, "", "", "illustrative", GUESSED, "");
    }
    return null;
  }

  private static List<String> status(
      String council,
      String status,
      String from,
      String to,
      String arrangement,
      String basis,
      String source,
      String note) {
    return Arrays.asList(
        council, "landscaping", status, from, to, arrangement, basis, source, note);
  }

  private void table(String name, String header, List<List<String>> rows) {
    DemonstrationCsv.write(folder.resolve(name + ".csv"), List.of(header.split(",")), rows);
  }
}
