package org.greensward.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.greensward.layer.export.ExportScope;
import org.greensward.layer.export.ExportScopeFinder;
import org.springframework.stereotype.Component;

/** Finds whose rows are meant by the name of a council or a forum. */
@Component
public class ExportScopeResolver {
  static final String COUNCIL = "council";
  static final String FORUM = "forum";

  private final Map<String, ExportScopeFinder> finders;

  ExportScopeResolver(List<ExportScopeFinder> finders) {
    this.finders =
        finders.stream().collect(Collectors.toMap(ExportScopeFinder::kind, Function.identity()));
  }

  /**
   * The scope of one council, one forum, or of all.
   *
   * @param council its slug, name or another name it goes by; null or blank for none
   * @param forum the slug or name of a forum; null or blank for none
   * @throws NotFoundException when there is none of that name at the date; the sentence names those
   *     nearest
   */
  public ExportScope find(String council, String forum, LocalDate at) {
    boolean ofCouncil = council != null && !council.isBlank();
    boolean ofForum = forum != null && !forum.isBlank();
    if (ofCouncil && ofForum) {
      throw new UserException("A council and a forum are two choices; give one of them.");
    }
    if (ofCouncil) {
      return find(finders.get(COUNCIL), council.strip(), at);
    }
    return ofForum
        ? find(finders.get(FORUM), forum.strip(), at)
        : new ExportScope("all", "All local councils", null, null);
  }

  /** The bodies of a kind that there are at a date, by name. */
  List<ExportScopeFinder.Body> list(String kind, LocalDate at) {
    return finders.get(kind).list(at);
  }

  private static ExportScope find(ExportScopeFinder finder, String wanted, LocalDate at) {
    return finder
        .find(wanted, at)
        .orElseThrow(() -> missing(finder.kind(), wanted, finder.suggest(wanted, at)));
  }

  private static NotFoundException missing(String what, String wanted, List<String> near) {
    return new NotFoundException(
        near.isEmpty()
            ? "There is no %1$s %2$s; check its name.".formatted(what, wanted)
            : "There is no %s %s; did you mean %s?"
                .formatted(what, wanted, String.join(", or ", near)));
  }
}
