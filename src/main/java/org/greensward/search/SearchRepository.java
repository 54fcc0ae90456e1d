package org.greensward.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greensward.status.ParishAtPoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Looks up what the public may see. Points come in degrees (WGS84). */
@Repository
public class SearchRepository {
  /** How many rows are ranked at most; of more, those that are found first. */
  private static final int MOST_RANKED = 400;

  private static final int MOST_COMPLETIONS = 20;

  /** How far from a parish a point may be and still be asked about here, in metres. */
  private static final int NEAR_M = 500;

  private final JdbcClient jdbc;

  SearchRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A named row.
   *
   * @param subject {@code place}, {@code council}, {@code parish}, {@code ward} or {@code forum}
   * @param label the name that was found, which may be another than the one to show
   * @param within where a place is; the kind of a council; the council of a parish
   * @param slug of the council or forum to lead to; null where there is none
   * @param tier 0 the whole name, 1 begins with these words, 2 begins with these letters, 3 has
   *     them
   * @param weight how likely it is meant, 0 the likeliest
   */
  record Named(
      String subject,
      String kind,
      String name,
      String label,
      String within,
      String slug,
      int tier,
      boolean local,
      int weight,
      Double lon,
      Double lat,
      String basis) {}

  /** A postcode or parcel. */
  public record Coded(String code, String name, Double lon, Double lat, String basis) {}

  /** A typed point: where it is in both systems, and whether a parish is at it or near. */
  record Located(double lon, double lat, double x, double y, boolean here) {}

  /** Those of some words that are in the vocabulary. */
  List<String> listKnown(List<String> words) {
    return jdbc.sql("SELECT word FROM search_word WHERE word = ANY(:words)")
        .param("words", new SqlArrayValue("text", words.toArray()))
        .query(String.class)
        .list();
  }

  /** Longer words that begin so, the most used first. */
  List<String> listCompletions(String beginning) {
    return jdbc.sql(
            """
            SELECT word FROM search_word WHERE word LIKE :pattern AND word <> :beginning
            ORDER BY uses DESC, word LIMIT :most
            """)
        .param("pattern", beginning + "%")
        .param("beginning", beginning)
        .param("most", MOST_COMPLETIONS)
        .query(String.class)
        .list();
  }

  /** Words that one slip makes of a word, the most used first, and some that two make. */
  List<String> listSlips(String word) {
    return listWords("SELECT word FROM search_slips(:word) ORDER BY uses DESC, word", word);
  }

  /** Words that look like a word by most of their letters, the most used first. */
  List<String> listSimilar(String word) {
    return listWords("SELECT word FROM search_similar(:word) ORDER BY uses DESC, word", word);
  }

  private List<String> listWords(String sql, String word) {
    return jdbc.sql(sql).param("word", word).query(String.class).list();
  }

  /**
   * Places and streets by name: whole names everywhere, then what is in or near the authority's
   * area, then, unless that is enough, the rest of the country.
   */
  List<Named> listPlaces(NameQuery query, int most) {
    return jdbc.sql(
            """
            WITH near AS MATERIALIZED (
              SELECT id FROM place WHERE local AND lexemes @@ CAST(:near AS tsquery) LIMIT :ranked
            ), found AS (
              (SELECT id FROM place WHERE key = ANY(:keys) ORDER BY weight LIMIT :ranked)
              UNION SELECT id FROM near
              UNION
              (SELECT id FROM place
               WHERE (SELECT count(*) FROM near) < :most AND lexemes @@ CAST(:far AS tsquery)
               LIMIT :ranked)
            ), best AS (
              SELECT p.*, CASE WHEN p.key = ANY(:keys) THEN 0 WHEN p.key LIKE :words THEN 1
                               WHEN p.key LIKE :letters THEN 2 ELSE 3 END AS tier
              FROM found JOIN place p USING (id)
              ORDER BY tier, NOT p.local, p.weight, length(p.key), p.key, p.id LIMIT :most
            )
            SELECT 'place' AS subject, kind, name, name AS label, within, NULL AS slug, tier, local,
                   weight, ST_X(at) AS lon, ST_Y(at) AS lat, basis
            FROM best, ST_Transform(geom, 4326) AS at
            ORDER BY tier, NOT local, weight, length(key), key, id
            """)
        .param("near", query.forPlaces(true))
        .param("far", query.forPlaces(false))
        .param("keys", new SqlArrayValue("text", query.keys().toArray()))
        .param("words", query.key() + " %")
        .param("letters", query.key() + "%")
        .param("ranked", MOST_RANKED)
        .param("most", most)
        .query(Named.class)
        .list();
  }

  /** Councils, parishes, wards and forums by any of their names, at a date. */
  List<Named> listRegister(NameQuery query, LocalDate at, int most) {
    return jdbc.sql(
            """
            WITH found AS (
              SELECT DISTINCT ON (subject, subject_id) subject, subject_id, name AS label, key,
                     CASE WHEN key = ANY(:keys) THEN 0 WHEN key LIKE :words THEN 1
                          WHEN key LIKE :letters THEN 2 ELSE 3 END AS tier
              FROM register_name WHERE lexemes @@ CAST(:query AS tsquery)
              ORDER BY subject, subject_id, tier, length(name)
            ), best AS (
              SELECT f.subject, f.label, f.tier, f.key,
                     coalesce(c.name, p.name, w.name, o.name) AS name,
                     coalesce(c.kind, pc.name, o.kind) AS within,
                     coalesce(c.slug, pc.slug, o.slug) AS slug,
                     CASE f.subject WHEN 'council' THEN 0 WHEN 'parish' THEN 2 ELSE 4 END AS weight,
                     c.place, p.geom
              FROM found f
              LEFT JOIN council c ON f.subject = 'council' AND c.id = f.subject_id AND c.valid @> :at
              LEFT JOIN parish p ON f.subject = 'parish' AND p.id = f.subject_id AND p.valid @> :at
              LEFT JOIN (council_parish cp JOIN council pc ON pc.id = cp.council_id
                         AND pc.valid @> :at AND cp.valid @> :at) ON cp.parish_code = p.code
              LEFT JOIN ward w ON f.subject = 'ward' AND w.id = f.subject_id AND w.valid @> :at
              LEFT JOIN forum o ON f.subject = 'forum' AND o.id = f.subject_id
              WHERE num_nonnulls(c.id, p.id, w.id, o.id) > 0
              ORDER BY tier, weight, length(key), key LIMIT :most
            )
            SELECT subject, subject AS kind, name, label, within, slug, tier, true AS local, weight,
                   ST_X(at) AS lon, ST_Y(at) AS lat, NULL AS basis
            FROM best
            LEFT JOIN LATERAL ST_Transform(coalesce(place, ST_PointOnSurface(geom)), 4326) AS at
              ON true
            ORDER BY tier, weight, length(key), key
            """)
        .param("query", query.forRegister())
        .param("keys", new SqlArrayValue("text", query.keys().toArray()))
        .param("words", query.key() + " %")
        .param("letters", query.key() + "%")
        .param("at", at)
        .param("most", most)
        .query(Named.class)
        .list();
  }

  /** A postcode by its whole code. */
  public Optional<Coded> findPostcode(String code) {
    return jdbc.sql(
            """
            SELECT code, NULL AS name, ST_X(at) AS lon, ST_Y(at) AS lat, basis
            FROM postcode, ST_Transform(geom, 4326) AS at WHERE code = :code
            """)
        .param("code", code)
        .query(Coded.class)
        .optional();
  }

  /** The parishes within a distance of a postcode's point at a date, the one it lies in first. */
  public List<ParishAtPoint> listParishesAround(String code, double metres, LocalDate at) {
    return jdbc.sql(
            """
            SELECT p.code, p.name, p.kind, c.slug, c.name AS council, s.status, s.since
            FROM postcode z
            JOIN parish p ON p.geom && ST_Expand(z.geom, :metres)
              AND ST_DWithin(p.geom, z.geom, :metres) AND p.valid @> :at
            LEFT JOIN council_parish cp ON cp.parish_code = p.code AND cp.valid @> :at
            LEFT JOIN council c ON c.id = cp.council_id AND c.valid @> :at
            LEFT JOIN council_status_at(:at) s ON s.council_id = c.id
            WHERE z.code = :code
            ORDER BY ST_Distance(p.geom, z.geom), p.code
            """)
        .param("code", code)
        .param("metres", metres)
        .param("at", at)
        .query(ParishAtPoint.class)
        .list();
  }

  /** Postcodes that begin so: those whose first half is just that, then the others. */
  List<Coded> listPostcodes(String part, int most) {
    return jdbc.sql(
            """
            WITH found AS (
              (SELECT *, 0 AS tier FROM postcode
               WHERE code LIKE :part || '%' AND length(code) = length(:part) + 3
               ORDER BY code LIMIT :most)
              UNION ALL
              (SELECT *, 1 FROM postcode
               WHERE code LIKE :part || '%' AND length(code) <> length(:part) + 3
               ORDER BY code LIMIT :most)
              ORDER BY tier, code LIMIT :most
            )
            SELECT code, NULL AS name, ST_X(at) AS lon, ST_Y(at) AS lat, basis
            FROM found, ST_Transform(geom, 4326) AS at ORDER BY tier, code
            """)
        .param("part", part)
        .param("most", most)
        .query(Coded.class)
        .list();
  }

  /**
   * The letters that all postcodes of the store begin with; empty: they differ, or there are none.
   */
  Optional<String> findPostcodeArea() {
    return jdbc.sql(
            """
            SELECT substring(min(code) FROM '^[A-Z]+') AS area FROM postcode
            HAVING substring(min(code) FROM '^[A-Z]+') = substring(max(code) FROM '^[A-Z]+')
            """)
        .query(String.class)
        .optional();
  }

  /** Parcels at a date whose reference is this or begins so, without regard to case. */
  List<Coded> listParcels(String reference, LocalDate at, int most) {
    return jdbc.sql(
            """
            SELECT reference AS code, name, ST_X(at) AS lon, ST_Y(at) AS lat, basis
            FROM (SELECT * FROM land
                  WHERE upper(reference) LIKE upper(:pattern) AND valid @> :at
                  ORDER BY upper(reference) LIMIT :most) AS l,
                 ST_Transform(ST_PointOnSurface(geom), 4326) AS at
            ORDER BY upper(reference)
            """)
        .param("pattern", reference.replaceAll("([\\\\%_])", "\\\\$1") + "%")
        .param("at", at)
        .param("most", most)
        .query(Coded.class)
        .list();
  }

  /** Where a typed point near Great Britain is. Where no parish is known, every point is here. */
  Located locate(SearchPoint spot, LocalDate at) {
    return jdbc.sql(
            """
            SELECT ST_X(degrees) AS lon, ST_Y(degrees) AS lat, ST_X(grid) AS x, ST_Y(grid) AS y,
                   EXISTS (SELECT FROM parish p WHERE p.valid @> :at
                           AND p.geom && ST_Expand(grid, :near) AND ST_DWithin(p.geom, grid, :near))
                   OR NOT EXISTS (SELECT FROM parish) AS here
            FROM ST_SetSRID(ST_MakePoint(:x, :y), :srid) AS typed,
                 ST_Transform(typed, 27700) AS grid, ST_Transform(typed, 4326) AS degrees
            """)
        .param("x", spot.x())
        .param("y", spot.y())
        .param("srid", spot.srid())
        .param("at", at)
        .param("near", NEAR_M)
        .query(Located.class)
        .single();
  }

  /** The nearest town, village or the like to a point of EPSG:27700. */
  Optional<SearchResult.Nearest> findNearest(double x, double y) {
    return jdbc.sql(
            """
            SELECT name, ST_Distance(geom, point) AS distance_m
            FROM place, ST_SetSRID(ST_MakePoint(:x, :y), 27700) AS point
            WHERE weight <= 4 ORDER BY geom <-> point LIMIT 1
            """)
        .param("x", x)
        .param("y", y)
        .query((row, n) -> new SearchResult.Nearest(row.getString(1), row.getDouble(2)))
        .optional();
  }
}
