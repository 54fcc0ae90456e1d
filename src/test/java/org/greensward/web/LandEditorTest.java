package org.greensward.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.greensward.DemonstrationApp;
import org.greensward.Http;
import org.greensward.land.editing.EmbertonField;
import org.greensward.security.TestAccounts;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Land drawn and corrected in a browser, by mouse and by keyboard alone. */
class LandEditorTest extends BrowserTest {
  private static final EmbertonField FIELD = new EmbertonField();
  private static final Map<String, String> SESSION = signIn();

  private static Map<String, String> signIn() {
    TestAccounts people =
        new TestAccounts(DemonstrationApp.ownerJdbc(), DemonstrationApp.address());
    people.account("drawer@example.org", AccountRole.OFFICER, "Landscape officer");
    return people.signIn("drawer@example.org").cookies();
  }

  @BeforeEach
  void takeTheSession() {
    FIELD.clear();
    page()
        .context()
        .addCookies(
            SESSION.entrySet().stream()
                .map(it -> new Cookie(it.getKey(), it.getValue()).setUrl(address()))
                .toList());
  }

  @AfterEach
  void putBack() {
    FIELD.clear();
  }

  @Test
  void anOfficerDrawsSplitsMergesUndoesAndTheTileHasIt() {
    draw("/manage/land/new?map=18/52.12293/-0.72189");
    page().getByLabel("Asset type").selectOption("amenity grass");
    page().getByLabel("Reference", exactly()).fill("TRY-mouse");
    page().getByLabel("First day").fill("2018-04-01");
    tool("draw").click();
    click(0.3, 0.3);
    click(0.6, 0.3);
    click(0.6, 0.7);
    click(0.3, 0.7);
    click(0.9, 0.9); // one too many
    assertThat(size()).hasText(Pattern.compile(".* 5 points\\."));
    tool("undo").click();
    tool("finish").click();
    assertThat(size()).hasText(Pattern.compile("[1-9],\\d{3} square metres.* 4 points\\."));
    drag(0.6, 0.7, 0.65, 0.75);
    String dragged = page().locator("[data-key='e 2']").inputValue();
    tool("undo").click();
    assertThat(page().locator("[data-key='e 2']")).not().hasValue(dragged);
    tool("redo").click();
    assertThat(page().locator("[data-key='e 2']")).hasValue(dragged);
    assertThat(found()).containsText("It lies in Emberton.");
    save("Adopted", "Record the land");
    assertThat(page().locator(".govuk-notification-banner")).containsText("TRY-mouse is recorded.");
    double drawn = (double) FIELD.land("TRY-mouse").get("drawn");

    page().getByRole(AriaRole.LINK, byName("Edit the shape")).click();
    page().getByRole(AriaRole.LINK, byName("Split it")).click();
    ready();
    click(0.5, 0.05);
    click(0.5, 0.95);
    tool("finish").click();
    assertThat(said()).containsText("The line makes 2 parts");
    page().getByRole(AriaRole.BUTTON, byName("Continue")).click();
    ready();
    assertThat(page().locator(".gs-shape-label")).hasCount(2);
    save("Two uses", "Split the land");
    assertThat(tile()).contains("TRY-mouse-a");

    draw("/manage/land/TRY-mouse/merge");
    assertAccessible();
    page().getByLabel(Pattern.compile("TRY-mouse-a.*")).check();
    page().getByRole(AriaRole.BUTTON, byName("Continue")).click();
    save("One again", "Merge the land");
    assertThat((double) FIELD.land("TRY-mouse").get("drawn")).isCloseTo(drawn, within(1e-6));
    assertThat(tile()).contains("TRY-mouse").doesNotContain("TRY-mouse-a");
  }

  @Test
  void theKeyboardAloneCorrectsAParcel() {
    String reference = FIELD.grass("keys", null, EmbertonField.square(0, 0, 20));
    draw("/manage/land/" + reference + "/shape");
    pressUntilFocused("Tab", page().locator("[data-key='move 1']"));
    page().keyboard().press("Shift+ArrowRight");
    assertThat(said()).containsText("Point 2: 487530.0 E, 247900.0 N. 500 square metres");
    page().keyboard().press("Alt+ArrowUp");
    page().keyboard().press("ArrowLeft");
    assertThat(page().locator("[data-key='move 1']")).isFocused();
    pressUntilFocused("Shift+Tab", page().locator("[data-key='n 1']"));
    page().keyboard().press("Control+A");
    page().keyboard().type("north");
    page().keyboard().press("Enter");
    assertThat(said()).hasText("north is no number of metres.");
    page().keyboard().press("Control+A");
    page().keyboard().type("247905.5");
    page().keyboard().press("Tab");
    assertThat(page().locator("[data-key='move 1']")).isFocused();
    assertThat(said()).containsText("Point 2: 487529.0 E, 247905.5 N.");
    pressUntilFocused("Tab", page().locator("[data-key='add 1']"));
    page().keyboard().press("Enter");
    assertThat(size()).containsText("5 points");
    page().keyboard().press("Control+Z");
    assertThat(size()).containsText("4 points");
    pressUntilFocused("Tab", page().getByLabel("Why is it changed?"));
    page().keyboard().type("Seen on site");
    pressUntilFocused("Tab", page().getByRole(AriaRole.BUTTON, byName("Save the shape")));
    page().keyboard().press("Enter");
    page().waitForURL("**/land/" + reference);
    assertThat(FIELD.land(reference).get("shape"))
        .isEqualTo("POLYGON((0 0,29 5.5,20 20,0 20,0 0))");
  }

  @Test
  void theKeyboardAloneDrawsFromReferencesAndCrosses() {
    draw("/manage/land/new?map=18/52.12293/-0.72189");
    page().getByLabel("Asset type").selectOption("tree");
    page().getByLabel("Asset type").selectOption("hedge");
    Locator place = page().getByLabel("Grid reference, or easting and northing");
    place.fill("SP 87500 47900");
    place.press("Enter");
    assertThat(said()).containsText("Point 1.");
    place.fill("487530 247940");
    place.press("Enter");
    assertThat(size()).hasText("50.0 metres. 2 points.");
    pressUntilFocused("Shift+Tab", page().locator(".gs-map"));
    page().keyboard().press("Enter"); // under the cross
    assertThat(size()).containsText("3 points");
    page().keyboard().press("Backspace");
    assertThat(size()).hasText("50.0 metres. 2 points.");
    pressUntilFocused("Shift+Tab", tool("finish"));
    page().keyboard().press("Enter");
    assertThat(page().locator("[data-key='e 0']")).hasValue("487500");
    place.fill("nowhere");
    place.press("Enter");
    assertThat(said()).containsText("nowhere is no place");
  }

  /** All on one parcel, and looked at for whoever cannot see or has a narrow window. */
  @Test
  void aFaultIsRepairedASnapTakesTheNeighboursCornerAndADraftOutlivesItsWindow() {
    FIELD.grass("next", null, "POLYGON((40.123 0,60 0,60 20,40.456 20,40.123 0))");
    String reference = FIELD.grass("draft", null, EmbertonField.square(0, 0, 20));
    draw("/manage/land/" + reference + "/shape");
    Locator east = page().locator("[data-key='e 1']");
    type(east, "487490");
    assertThat(found()).containsText("The outline crosses itself near 487500 E 247907 N.");
    assertAccessible();
    page().getByRole(AriaRole.BUTTON, byName("Take the repaired shape")).click();
    assertThat(found()).containsText("It lies in Emberton.");
    tool("undo").click();
    tool("undo").click();
    assertThat(size()).hasText("400 square metres, 0.04 hectares. 4 points.");

    type(east, "487539.5");
    tool("snap-all").click();
    assertThat(east).hasValue("487540.123");
    draw("/manage/land/" + reference + "/shape");
    assertThat(east).hasValue("487520");
    page().getByRole(AriaRole.BUTTON, byName("Take up the draft")).click();
    assertThat(east).hasValue("487540.123");
    save("Meets its neighbour", "Save the shape");
    draw("/manage/land/" + reference + "/shape");
    assertThat(east).hasValue("487540.123");
    assertThat(page().getByRole(AriaRole.BUTTON, byName("Take up the draft"))).isHidden();
  }

  /** Between the nodes of the frame too; PostGIS is the measure, to a tenth of a millimetre. */
  @Test
  void metresAndDegreesGoTogetherAsInPostgis() {
    page().navigate(address() + "/help");
    List<List<Double>> points =
        List.of(
            List.of(487500.0, 247900.0),
            List.of(480100.5, 240300.25),
            List.of(494990.125, 255123.875));
    List<?> reckoned =
        (List<?>)
            page()
                .evaluate(
                    """
                    async points => {
                      const {ShapeFrame} = await import('/js/editor/shape-frame.js');
                      const frame = await ShapeFrame.around({east: 487500, north: 247900});
                      return points.map((point) => {
                        const [lat, lng] = frame.toDegrees(point);
                        return [lng, lat, ...frame.toMetres({lat, lng})];
                      });
                    }
                    """,
                    points);
    for (int i = 0; i < points.size(); i++) {
      Map<String, Object> real =
          DemonstrationApp.ownerJdbc()
              .sql(
                  "SELECT ST_X(p) AS lon, ST_Y(p) AS lat FROM ST_Transform(ST_SetSRID("
                      + "ST_MakePoint(:e, :n), 27700), 4326) AS p")
              .param("e", points.get(i).get(0))
              .param("n", points.get(i).get(1))
              .query()
              .singleRow();
      List<?> found = (List<?>) reckoned.get(i);
      assertThat(number(found.get(0))).isCloseTo((double) real.get("lon"), within(1e-9));
      assertThat(number(found.get(1))).isCloseTo((double) real.get("lat"), within(1e-9));
      // There and back differs in PostGIS too: the way back of a datum shift is approximate.
      assertThat(number(found.get(2))).isCloseTo(points.get(i).get(0), within(0.002));
      assertThat(number(found.get(3))).isCloseTo(points.get(i).get(1), within(0.002));
    }
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  /** Axe finds nothing and nothing scrolls sideways, in a wide window and in a narrow one. */
  private void assertAccessible() {
    assertThat(Axe.violations(page())).isEmpty();
    page().setViewportSize(390, 844);
    assertThat(Axe.violations(page())).as("in a narrow window").isEmpty();
    assertThat((int) page().evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    page().setViewportSize(1280, 800);
  }

  private static void type(Locator input, String value) {
    input.fill(value);
    input.press("Enter");
  }

  private void draw(String path) {
    page().navigate(address() + path);
    ready();
  }

  private void ready() {
    page().locator(":is(.gs-shape, .gs-shape-view)[data-busy=false]").first().waitFor();
  }

  private Locator tool(String name) {
    return page().locator("[data-tool=" + name + "]");
  }

  private Locator said() {
    return page().locator(".gs-shape__said");
  }

  private Locator size() {
    return page().locator(".gs-shape__size");
  }

  private Locator found() {
    return page().locator(".gs-shape__found");
  }

  private BoundingBox map() {
    page().locator(".gs-map").scrollIntoViewIfNeeded();
    return page().locator(".gs-map").boundingBox();
  }

  private void click(double across, double down) {
    BoundingBox map = map();
    page().mouse().click(map.x + map.width * across, map.y + map.height * down);
  }

  private void drag(double fromX, double fromY, double toX, double toY) {
    BoundingBox map = map();
    page().mouse().move(map.x + map.width * fromX, map.y + map.height * fromY);
    page().mouse().down();
    page().mouse().move(map.x + map.width * (fromX + toX) / 2, map.y + map.height * toY);
    page().mouse().move(map.x + map.width * toX, map.y + map.height * toY);
    page().mouse().up();
  }

  private void save(String reason, String button) {
    page().getByLabel("Why is it changed?").fill(reason);
    page().getByRole(AriaRole.BUTTON, byName(button)).click();
    page().locator(".govuk-notification-banner").waitFor();
  }

  /** What the public's tile of the field holds now. */
  private static String tile() {
    Object tile =
        DemonstrationApp.ownerJdbc()
            .sql(
                """
                SELECT floor((ST_X(p) / 360 + 0.5) * 32768)::int || '/' ||
                       floor((0.5 - ln(tan(pi() / 4 + radians(ST_Y(p)) / 2)) / (2 * pi())) * 32768)::int
                FROM (SELECT ST_Transform(ST_PointOnSurface(geom), 4326) AS p FROM land
                      WHERE reference = 'TRY-mouse') x
                """)
            .query(String.class)
            .single();
    return Http.json("/tiles/land/15/" + tile + ".geojson").toString();
  }

  private static com.microsoft.playwright.Page.GetByRoleOptions byName(String name) {
    return new com.microsoft.playwright.Page.GetByRoleOptions().setName(name);
  }

  private static com.microsoft.playwright.Page.GetByLabelOptions exactly() {
    return new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true);
  }
}
