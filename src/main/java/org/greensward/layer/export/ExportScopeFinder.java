package org.greensward.layer.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Finds whose rows an export takes, by the name of a body. Each kind of body whose rows can be
 * exported alone has a bean of this type.
 */
public interface ExportScopeFinder {
  /** How many names are suggested at most. */
  int MOST_SUGGESTIONS = 3;

  /** How like the wanted name ({@code word_similarity}) a suggestion is at least. */
  double LEAST_LIKENESS = 0.3;

  /** The kind of body, as addresses and sentences have it: {@code council}. */
  String kind();

  /** The bodies of a date, by name. */
  List<Body> list(LocalDate at);

  /** The scope of the body that has a slug or goes by a name at a date. */
  Optional<ExportScope> find(String slugOrName, LocalDate at);

  /** Names like the wanted one, the nearest first. */
  List<String> suggest(String wanted, LocalDate at);

  /** A body to choose. */
  record Body(String slug, String name) {}
}
