package org.greensward.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is said of a hit beside its name. Templates reach it as {@code @searchWords}. */
@Component("searchWords")
class SearchWords {
  private final MessageSource messages;

  SearchWords(MessageSource messages) {
    this.messages = messages;
  }

  /** {@code Street in Olney, Milton Keynes}, {@code Town council, also called OTC}. */
  public String describe(SearchHit hit) {
    String kind = message("search.kind." + hit.kind().replace(' ', '-'));
    List<String> said = new ArrayList<>();
    said.add(hit.where() == null ? kind : message(whereKey(hit), kind, hit.where()));
    if (hit.alias() != null) {
      said.add(message("search.alias", hit.alias()));
    }
    if ("illustrative".equals(hit.basis())) {
      said.add(message("search.illustrative"));
    }
    return String.join(", ", said);
  }

  private static String whereKey(SearchHit hit) {
    return switch (hit.kind()) {
      case "parish" -> "search.where.parish";
      case "parcel" -> "search.where.parcel";
      default -> "search.where";
    };
  }

  private String message(String key, Object... values) {
    return messages.getMessage(key, values, Locale.UK);
  }
}
