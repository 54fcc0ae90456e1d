package org.greensward.admin.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greensward.database.StoreFixture;
import org.greensward.error.UserException;
import org.greensward.layer.admin.AdminColumn;
import org.greensward.layer.admin.AdminRow;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.RowKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How lists are read: by key, never by offset, with no word of an address in the SQL. */
class RowRepositoryTest {
  private static final AdminTable LAND = AdminTables.declared().get("land");
  private static JdbcClient jdbc;
  private static RowRepository rows;

  @BeforeAll
  static void sixtyThousandParcels() {
    jdbc = StoreFixture.fresh().jdbc();
    jdbc.sql("ALTER TABLE land DISABLE TRIGGER USER").update();
    jdbc.sql(
            """
            INSERT INTO land (reference, asset_type, unit, name, geom)
            SELECT 'T-' || lpad(i::text, 6, '0'), 'tree', 'item', 'Tree ' || i,
                   ST_SetSRID(ST_MakePoint(480000 + i % 300, 240000 + i / 300), 27700)
            FROM generate_series(1, 60000) i
            """)
        .update();
    jdbc.sql("ANALYZE land").update();
    rows = new RowRepository(jdbc, null);
  }

  @Test
  void theLastPageIsFoundByKeyInTheIndex() {
    String plan = plan(Map.of("after", "T-059900"));
    assertThat(plan)
        .contains("Limit", "Index")
        .contains("reference")
        .doesNotContain("Seq Scan on land", "Sort");
    RowRepository.Part part = rows.list(LAND, RowQuery.of(LAND, Map.of("after", "T-059900")));
    assertThat(part.rows()).hasSize(50);
    assertThat(part.rows().get(0).key()).isEqualTo("T-059901");
    assertThat(part.earlier()).isTrue();
    assertThat(part.later()).isTrue();
  }

  @Test
  void aSearchStopsWhenThePageIsFull() {
    assertThat(plan(Map.of("q", "tree"))).contains("Limit").doesNotContain("Sort");
    long begin = System.nanoTime();
    RowRepository.Part rare = rows.list(LAND, RowQuery.of(LAND, Map.of("q", "Tree 59999")));
    assertThat(rare.rows()).extracting(AdminRow::key).containsExactly("T-059999");
    assertThat((System.nanoTime() - begin) / 1_000_000).as("ms").isLessThan(5_000);
  }

  @Test
  void aPageSortedByAnotherColumnKeepsFiftyRowsOnly() {
    String plan = plan(Map.of("sort", "-name", "after", "T-000007"));
    assertThat(plan).contains("top-N heapsort").doesNotContain("external");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reference) --",
        "geom",
        "t.id",
        "reference desc, (select 1)",
        "",
        "Reference",
        "lot_id"
      })
  void onlyDeclaredColumnsSort(String sort) {
    if (sort.isEmpty()) {
      assertThat(RowQuery.of(LAND, Map.of("sort", sort)).sort()).isNull();
    } else {
      assertThatThrownBy(() -> RowQuery.of(LAND, Map.of("sort", sort)))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("is not offered");
    }
    assertThatThrownBy(() -> RowQuery.of(LAND, Map.of("is_x' OR true --", "1")))
        .isInstanceOf(UserException.class);
  }

  @Test
  void whatIsTypedIsBound() {
    String hostile = "'); DROP TABLE land; --%_\\";
    Map<String, Object> parameters = new HashMap<>();
    String sql =
        rows.sql(
            LAND,
            RowQuery.of(LAND, Map.of("q", hostile, "is_basis", hostile, "after", hostile)),
            parameters);
    assertThat(sql).doesNotContain("DROP").contains(":_word0", ":_is_basis", ":_key0");
    assertThat(rows.list(LAND, RowQuery.of(LAND, Map.of("q", hostile, "is_basis", hostile))).rows())
        .isEmpty();
    assertThat(rows.list(LAND, RowQuery.of(LAND, Map.of("q", "%"))).rows()).isEmpty();
  }

  @Test
  void namesOfTablesAndColumnsAreCheckedWhenDeclared() {
    for (String name : List.of("a b", "A", "land;", "x\"y", "1x", "")) {
      assertThatThrownBy(() -> AdminColumn.text(name)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> AdminTable.of(name, RowKey.id()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static String plan(Map<String, String> given) {
    Map<String, Object> parameters = new HashMap<>();
    String sql = rows.sql(LAND, RowQuery.of(LAND, given), parameters);
    assertThat(sql).doesNotContainIgnoringCase("offset");
    return String.join(
        "\n",
        jdbc.sql("EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF) " + sql)
            .params(parameters)
            .query(String.class)
            .list());
  }
}
