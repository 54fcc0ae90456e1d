package org.greensward.ogc.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.greensward.ogc.filter.tree.FilterCrs;
import org.greensward.ogc.filter.tree.SqlCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What filters are true of, asked of PostgreSQL itself. */
class FilterSqlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "none",
      value = {
        // Texts: equal by character, ordered by code point (ø comes after z), '' and \' are quotes.
        "name = 'København'                            | 1",
        "name = 'københavn'                            | none",
        "name <> 'København'                           | 2 3 4",
        "name > 'Kz'                                   | 1 2",
        "name < 'It''s'                                | 4",
        "name = 'It''s ıI'                             | 3",
        "name = 'It\\'s ıI'                            | 3",
        "'B_r' = name                                  | 4",
        "name = other                                  | 3",
        "name > other                                  | 1",
        "other = 'a\\\\b'                              | 2",
        "other = 'a\\b'                                | none",
        // NULL: neither true nor false.
        "other <> 'x'                                  | 1 2 3",
        "NOT other = 'x'                               | 1 2 3",
        "NOT (count > 0 OR TRUE)                       | none",
        "count > 0 OR TRUE                             | 1 2 3 4",
        "count > 0 OR FALSE                            | 1 2 3",
        "count IS NULL                                 | 4",
        "geom IS NOT NULL                              | 1 2 3",
        "(count = 1) IS NULL                           | 4",
        "count = 1 IS NULL                             | 4",
        "'x' IS NULL                                   | none",
        "POINT(1 2) IS NOT NULL                        | 1 2 3 4",
        "INTERVAL(start,end) IS NULL                   | 4",
        // Numbers of any kind.
        "count = 1.0                                   | 1",
        "count <> 1                                    | 2 3",
        "area = 3.14                                   | 1",
        "price = 1.1                                   | 1",
        "area < -.5E1 OR area >= 1e2                   | 2",
        "area = count                                  | none",
        "area > count                                  | 1 2",
        "count < 1e300 AND count > -12345678901234567890123456789 | 1 2 3",
        "area BETWEEN 3 AND 100                        | 1 2",
        "area NOT BETWEEN 3 AND 100                    | 3",
        "count between 3 and 1                         | none",
        "name BETWEEN 'B' AND 'J'                      | 3 4",
        "count IN (1, 3, 17)                           | 1 3",
        "count NOT IN (1, 17)                          | 2 3",
        "count IN (area, price, 2)                     | 2",
        "count IN (area, 2)                            | 2",
        // Truth.
        "boolean = TRUE                                | 1 3",
        "true = boolean                                | 1 3",
        "boolean <> true                               | 2",
        "boolean IN (false)                            | 2",
        "TRUE                                          | 1 2 3 4",
        "false                                         | none",
        "TRUE = FALSE                                  | none",
        // LIKE: % and _ are wildcards unless a backslash stands before them.
        "name LIKE 'B_r%'                              | 4",
        "name LIKE 'B\\_r'                             | 4",
        "name LIKE 'Straße 50\\%'                      | 2",
        "name LIKE '%\\%'                              | 2",
        "name LIKE '%'                                 | 1 2 3 4",
        "name LIKE ''                                  | none",
        "other LIKE 'a\\\\b'                           | 2",
        "other LIKE '%\\\\%'                           | 2",
        "other LIKE 'a\\b'                             | none",
        "other NOT LIKE 'a%'                           | 1 3",
        "'København' LIKE 'K_benhavn'                  | 1 2 3 4",
        // CASEI folds as Unicode does: ß is ss, accents stay, the dotless i is another letter.
        "CASEI(name) = casei('kØbenhavn')              | 1",
        "CASEI(name) = CASEI('kobenhavn')              | none",
        "CASEI(name) = CASEI('STRASSE 50%')            | 2",
        "CASEI(name) = CASEI('STRAẞE 50%')             | 2",
        "CASEI(name) = CASEI('it''s ıi')               | 3",
        "CASEI(name) = CASEI('it''s ii')               | none",
        "CASEI(name) = CASEI(other)                    | 1 3",
        "CASEI(name) > CASEI('j')                      | 1 2",
        "CASEI(name) LIKE casei('b_R%')                | 4",
        "CASEI(name) LIKE casei('%STRASSE%\\%')        | 2",
        "CASEI(name) IN (CASEI('b_R'), casei('X'))     | 4",
        "CASEI(CASEI(name)) = CASEI('B_R')             | 4",
        // AND before OR, NOT before both.
        "count = 1 OR count = 2 AND boolean = true     | 1",
        "(count = 1 OR count = 2) AND boolean = false  | 2",
        "NOT count = 1 AND NOT count = 2               | 3",
        "not (count = 1 or count = 2)                  | 3",
      })
  void valuesAndLogic(String filter, String expected) {
    answers(filter, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "none",
      value = {
        "date = DATE('2022-04-16')                             | 1",
        "date >= DATE('2022-04-16')                            | 1 2",
        "\"date\" IN ('2022-04-16', '2021-04-16')              | 1 3",
        "date > '2022-04-16'                                   | 2",
        "date BETWEEN DATE('2021-01-01') AND '2022-12-31'      | 1 3",
        // A date beside a time: both are days in UTC.
        "date = TIMESTAMP('2022-04-16T23:59:59Z')              | 1",
        "start = DATE('2022-04-16')                            | 1 2",
        "start > DATE('2022-04-16')                            | none",
        "start = TIMESTAMP('2022-04-16T10:13:19Z')             | 1",
        "start = '2022-04-16T10:13:19.000Z'                    | 1",
        "start <> TIMESTAMP('2022-04-16T10:13:19Z')            | 2 3",
        "start < end                                           | 1 2 3",
        "date <= start                                         | 1 3",
        "date > DATE('0000-01-01') AND date < DATE('9999-12-31') | 1 2 3",
        "T_AFTER(date, DATE('2022-04-16'))                     | 2",
        "t_during(interval(start,end), interval('2022-04-16','..')) | none",
        "T_INTERSECTS(date, INTERVAL('..','..'))               | 1 2 3",
        "T_EQUALS(INTERVAL('..','2020-01-01'), INTERVAL('..','2020-01-01')) | 1 2 3 4",
        "NOT T_AFTER(start, TIMESTAMP('2022-04-16T10:13:19Z')) | 1 3",
      })
  void moments(String filter, String expected) {
    answers(filter, expected);
  }

  private static void answers(String filter, String expected) {
    assertThat(FilterSampleTable.matching(filter)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void nothingTypedIsInTheSql() {
    SqlCondition condition =
        FilterParser.parse(
            FilterLanguage.CQL2_TEXT,
            "name = 'Robert''); DROP TABLE land; --' AND CASEI(name) LIKE 'x%' AND count = 4711"
                + " AND date = '2018-10-01' AND S_INTERSECTS(geom, POINT(-0.75 52.04))",
            FilterSampleTable.QUERYABLES,
            FilterCrs.CRS84);
    assertThat(condition.sql()).doesNotContain("Robert", "4711", "2018", "52", "x%", "'");
    assertThat(condition.parameters()).hasSize(5).containsKeys("f1", "f5");
    assertThat(
            FilterSampleTable.jdbc()
                .sql("SELECT count(*) FROM thing x WHERE " + condition.sql())
                .params(condition.parameters())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void parametersHaveThePrefix() {
    SqlCondition condition =
        FilterParser.parse(
            FilterLanguage.CQL2_TEXT,
            "count = 1",
            FilterSampleTable.QUERYABLES,
            FilterCrs.CRS84,
            "second");
    assertThat(condition.sql()).isEqualTo("(x.\"count\" = CAST(:second1 AS bigint))");
    assertThat(condition.parameters()).containsEntry("second1", 1L);
  }
}
