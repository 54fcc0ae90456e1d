package org.greensward.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.greensward.revision.WorkingDate;
import org.greensward.search.SearchRepository.Coded;
import org.greensward.search.SearchRepository.Located;
import org.greensward.search.SearchRepository.Named;
import org.greensward.search.SearchResult.Trouble;
import org.springframework.stereotype.Service;

/**
 * Finds what was typed. The whole name comes before one that begins so, that before one that has
 * the words, and that before one with other words than were typed; among equals what lies in or
 * near the authority's area, then bodies before places and places before streets.
 */
@Service
public class SearchService {
  private static final int PARTS_OF_A_ROAD = 3;

  private final SearchRepository repository;
  private final Vocabulary vocabulary;
  private final WorkingDate workingDate;

  SearchService(SearchRepository repository, WorkingDate workingDate) {
    this.repository = repository;
    this.vocabulary = new Vocabulary(repository);
    this.workingDate = workingDate;
  }

  /**
   * The best hits, at the working date.
   *
   * @param most how many at most
   */
  public SearchResult search(String typed, int most) {
    SearchQuery query = SearchQuery.parse(typed);
    if (query.isEmpty()) {
      return SearchResult.trouble("", Trouble.EMPTY);
    }
    if (query.isSpotOnly()) {
      return spot(query);
    }
    if (query.postcode().isPresent()) {
      String code = query.postcode().get();
      String written = PostcodeText.display(code);
      return repository
          .findPostcode(code)
          .map(found -> SearchResult.of(written, List.of(postcode(found)), true))
          .orElseGet(() -> SearchResult.trouble(written, Trouble.POSTCODE_UNKNOWN));
    }
    return several(query, most);
  }

  /** The letters that all known postcodes begin with, such as MK; empty when they differ. */
  public Optional<String> findPostcodeArea() {
    return repository.findPostcodeArea();
  }

  private SearchResult spot(SearchQuery query) {
    SearchPoint spot = query.spot().orElseThrow();
    if (!spot.isNearBritain()) {
      return SearchResult.trouble(query.text(), Trouble.ABROAD);
    }
    Located located = repository.locate(spot, workingDate.today());
    if (located.here()) {
      return SearchResult.of(query.text(), List.of(spot(spot, located)), true);
    }
    boolean atSea = GridReference.isAtSea(located.x(), located.y());
    return new SearchResult(
        query.text(),
        List.of(),
        false,
        null,
        false,
        atSea ? Trouble.AT_SEA : Trouble.SPOT_ELSEWHERE,
        repository.findNearest(located.x(), located.y()).orElse(null));
  }

  private SearchResult several(SearchQuery query, int most) {
    LocalDate today = workingDate.today();
    List<SearchHit> hits = new ArrayList<>();
    List<Coded> parcels =
        query
            .reference()
            .map(reference -> repository.listParcels(reference, today, most))
            .orElse(List.of());
    if (parcels.stream().anyMatch(parcel -> parcel.code().equalsIgnoreCase(query.text()))) {
      return SearchResult.of(query.text(), List.of(parcel(parcels.get(0))), true);
    }
    query
        .postcodePart()
        .map(part -> repository.listPostcodes(part, most))
        .ifPresent(found -> found.forEach(one -> hits.add(postcode(one))));
    query
        .spot()
        .map(spot -> new Object[] {spot, repository.locate(spot, today)})
        .filter(pair -> ((Located) pair[1]).here())
        .ifPresent(pair -> hits.add(0, spot((SearchPoint) pair[0], (Located) pair[1])));
    parcels.forEach(parcel -> hits.add(parcel(parcel)));
    return named(query, hits, today, most);
  }

  /**
   * Adds names: as typed, else with other words in place of unknown ones, else with fewer words.
   */
  private SearchResult named(SearchQuery query, List<SearchHit> coded, LocalDate today, int most) {
    Vocabulary.Reading reading = vocabulary.read(query.words());
    List<Named> names = lookUp(reading.asTyped(), today, most);
    String corrected = null;
    boolean incomplete = false;
    if (names.isEmpty() && coded.isEmpty()) {
      Optional<NameQuery> mended = vocabulary.mend(reading);
      names = lookUp(mended, today, most);
      corrected = names.isEmpty() ? null : mended.map(NameQuery::key).orElse(null);
    }
    if (names.isEmpty() && coded.isEmpty()) {
      names = lookUp(vocabulary.withoutUnknown(reading), today, most);
      incomplete = true;
    }
    Stream<SearchHit> found = Stream.concat(coded.stream(), names.stream().map(SearchService::hit));
    List<SearchHit> hits = distinct(found).stream().limit(most).toList();
    if (hits.isEmpty()) {
      return SearchResult.trouble(query.text(), Trouble.NOTHING);
    }
    boolean certain = corrected == null && !incomplete && coded.isEmpty() && isCertain(names);
    return new SearchResult(query.text(), hits, certain, corrected, incomplete, null, null);
  }

  private List<Named> lookUp(Optional<NameQuery> query, LocalDate today, int most) {
    if (query.isEmpty()) {
      return List.of();
    }
    List<Named> names = new ArrayList<>(repository.listRegister(query.get(), today, most));
    names.addAll(repository.listPlaces(query.get(), PARTS_OF_A_ROAD * most));
    names.sort(
        Comparator.comparingInt(Named::tier)
            .thenComparing(name -> !name.local())
            .thenComparingInt(Named::weight));
    return names;
  }

  /** Without the further parts of a road that is in several, which lie in the same place. */
  private static List<SearchHit> distinct(Stream<SearchHit> hits) {
    Set<List<String>> seen = new HashSet<>();
    return hits.filter(hit -> seen.add(Arrays.asList(hit.kind(), hit.name(), hit.where())))
        .toList();
  }

  /**
   * The whole name of one council, and of nothing else but the parish or place it is named after.
   */
  private static boolean isCertain(List<Named> names) {
    Named first = names.get(0);
    return first.subject().equals("council")
        && first.tier() == 0
        && names.stream().filter(name -> name.tier() == 0 && name != first).findAny().isEmpty();
  }

  private static SearchHit hit(Named name) {
    String href =
        switch (name.subject()) {
          case "council" -> "/councils/" + name.slug();
          case "parish" ->
              name.slug() != null ? "/councils/" + name.slug() : who(name.lon(), name.lat(), null);
          case "ward" -> "/councils?ward=" + encode(name.name());
          case "forum" -> "/councils?forum=" + encode(name.slug());
          default -> who(name.lon(), name.lat(), fullName(name));
        };
    boolean body = name.subject().equals("council") || name.subject().equals("forum");
    boolean alias = !NameNormalizer.key(name.label()).equals(NameNormalizer.key(name.name()));
    return new SearchHit(
        body ? name.within() : name.kind(),
        name.name(),
        body ? null : name.within(),
        alias ? name.label() : null,
        name.lon(),
        name.lat(),
        href,
        name.basis());
  }

  private static String fullName(Named place) {
    return place.within() == null ? place.name() : place.name() + ", " + place.within();
  }

  private static SearchHit postcode(Coded found) {
    return new SearchHit(
        "postcode",
        PostcodeText.display(found.code()),
        null,
        null,
        found.lon(),
        found.lat(),
        "/postcodes/" + found.code(),
        found.basis());
  }

  private static SearchHit parcel(Coded found) {
    return new SearchHit(
        "parcel",
        found.code(),
        found.name(),
        null,
        found.lon(),
        found.lat(),
        "/land/" + encode(found.code()),
        found.basis());
  }

  private static SearchHit spot(SearchPoint spot, Located located) {
    return new SearchHit(
        spot.isGridSquare() ? "grid reference" : "coordinate",
        spot.label(),
        null,
        null,
        located.lon(),
        located.lat(),
        who(located.lon(), located.lat(), null),
        null);
  }

  /** The page about a point; six decimals are a tenth of a metre. */
  private static String who(double lon, double lat, String name) {
    return String.format(Locale.ROOT, "/who?lon=%.6f&lat=%.6f", lon, lat)
        + (name == null ? "" : "&name=" + encode(name));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
