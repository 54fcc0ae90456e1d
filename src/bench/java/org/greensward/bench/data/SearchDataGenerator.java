package org.greensward.bench.data;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Generates postcodes and names of the whole country, the same in each run: two thirds postcodes;
 * of the names one in twenty a town or village, the rest streets, of which a quarter have one of
 * the common names (High Street, Church Lane), the others one of tens of thousands, few often and
 * many seldom.
 */
public final class SearchDataGenerator {
  private static final int SEED = 20181001;
  private static final int BLOCK = 1 << 16;
  private static final String[] FIRST =
      ("Al An Ash Bar Bel Ber Bin Black Bra Bri Brom Bur Cal Car Chal Chil Clay Cran Cul Dal Den Dor"
              + " Dun Eck Elm Fair Far Fen Ful Gar Glen Gra Hal Ham Har Hat Haw Hel Hor Ing Kel Kil"
              + " Kirk Lam Lang Lea Lin Lock Long Mal Mar Mel Mid Mor Nor Oak Old Or Pen Pres Quen"
              + " Rad Red Rich Ro Rush Sal San Sel Shel Sil Stan Sut Swin Tad Thor Til Tot Up Ver Wal"
              + " War Wes Whit Win Wol Wood Wy Yar Yel")
          .split(" ");
  private static final String[] MIDDLE =
      ",,,a,ber,ches,den,e,er,ford,hurs,ing,ker,la,ling,man,mer,min,ner,over,ring,sing,ter,ver,wel"
          .split(",");
  private static final String[] LAST =
      ("ton ley ham by stone field wick worth bury don burn well cote thorpe hill mere land dale more"
              + " bridge stead combe gate hurst brook cliff ness holme wade fleet")
          .split(" ");
  private static final String[] COMMON =
      ("High Church Station Mill School Park Manor Main Victoria Green Chapel London New North South"
              + " West East Queens Kings Windsor Grange York Alexandra Springfield George")
          .split(" ");
  private static final String[] ENDINGS =
      ("Road Road Road Road Road Street Street Street Lane Lane Close Close Close Close Avenue Avenue"
              + " Drive Drive Way Way Court Place Gardens Crescent Grove Terrace Hill Mews Walk View"
              + " Green Park Square Rise Row Croft")
          .split(" ");
  private static final String AREAS =
      "AB AL B BA BB BD BH BL BN BR BS CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC"
          + " EH EN EX FK FY G GL GU HA HD HG HP HR HS HU HX IG IP IV KA KT KW KY L LA LD LE LL LN LS"
          + " LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM"
          + " SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE";
  private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

  private final DataSource dataSource;
  private final Random random = new Random(SEED);
  private final List<String> stems = stems();

  public SearchDataGenerator(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Fills the store.
   *
   * @param rows how many postcodes and names in all
   */
  public void fill(int rows) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO edition (layer, file_name, sha256, features, report)"
              + " VALUES ('places', 'made up', '-', 0, '{}')");
      addPostcodes(connection, rows * 2 / 3);
      addPlaces(connection, rows - rows * 2 / 3);
      statement.execute(
          "INSERT INTO parish (code, name, geom, edition_id) SELECT 'E04000001', 'Made-up',"
              + " ST_Multi(ST_MakeEnvelope(480000, 230000, 497000, 247000, 27700)), max(id)"
              + " FROM edition");
      statement.execute("VACUUM ANALYZE");
    }
  }

  private void addPostcodes(Connection connection, int count) throws SQLException {
    Rows rows = new Rows(connection, "COPY postcode (code, geom, edition_id) FROM STDIN");
    String[] areas = AREAS.split(" ");
    for (int i = 0; i < count; i++) {
      int unit = i / (areas.length * 200);
      int sector = i / areas.length % 200;
      rows.add(
          areas[i % areas.length]
              + (1 + sector / 10)
              + sector % 10
              + LETTERS.charAt(unit / LETTERS.length() % LETTERS.length())
              + LETTERS.charAt(unit % LETTERS.length())
              + '\t'
              + point());
    }
    rows.end();
  }

  private void addPlaces(Connection connection, int count) throws SQLException {
    Rows rows =
        new Rows(
            connection,
            "COPY place (reference, name, kind, within, weight, geom, edition_id) FROM STDIN");
    int settlements = count / 20;
    for (int i = 0; i < count; i++) {
      boolean settlement = i < settlements;
      String name = settlement ? stems.get(i % stems.size()) : street();
      String within = stems.get(random.nextInt(stems.size())) + "shire";
      rows.add(
          String.join(
              "\t",
              "m" + i,
              name,
              settlement ? "village" : "street",
              settlement ? within : stems.get(random.nextInt(settlements)) + ", " + within,
              settlement ? "2" : "6",
              point()));
    }
    rows.end();
  }

  private String street() {
    boolean common = random.nextInt(4) == 0;
    double seldom = random.nextDouble();
    String stem =
        common
            ? COMMON[random.nextInt(COMMON.length)]
            : stems.get((int) (seldom * seldom * stems.size()));
    return stem + " " + ENDINGS[random.nextInt(ENDINGS.length)];
  }

  private String point() {
    return String.format(
        Locale.ROOT,
        "SRID=27700;POINT(%d %d)\t1",
        100_000 + random.nextInt(500_000),
        50_000 + random.nextInt(800_000));
  }

  private List<String> stems() {
    Set<String> made = new LinkedHashSet<>();
    for (String first : FIRST) {
      for (String middle : MIDDLE) {
        for (String last : LAST) {
          made.add(first + middle + last);
        }
      }
    }
    List<String> list = new ArrayList<>(made);
    java.util.Collections.shuffle(list, random);
    return list;
  }

  /** Rows as text on their way into a table, many at a time. */
  private static final class Rows {
    private final CopyIn copy;
    private final StringBuilder waiting = new StringBuilder();

    Rows(Connection connection, String statement) throws SQLException {
      copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
    }

    void add(String row) throws SQLException {
      waiting.append(row).append('\n');
      if (waiting.length() > BLOCK) {
        send();
      }
    }

    void end() throws SQLException {
      send();
      copy.endCopy();
    }

    private void send() throws SQLException {
      byte[] bytes = waiting.toString().getBytes(StandardCharsets.UTF_8);
      copy.writeToCopy(bytes, 0, bytes.length);
      waiting.setLength(0);
    }
  }
}
