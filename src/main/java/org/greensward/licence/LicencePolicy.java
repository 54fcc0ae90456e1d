package org.greensward.licence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.greensward.database.Audience;
import org.greensward.error.ForbiddenException;
import org.greensward.web.DateFormats;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Who may take away what: the one place where that is decided, whatever the way out. Whoever asks
 * is the {@link Audience} of the thread. What is made of several layers is as open as the least
 * open of them. Everything is read anew each time: a change takes effect at once.
 *
 * <table>
 * <caption>by flag</caption>
 * <tr><td>none<td>nobody
 * <tr><td>open<td>everybody
 * <tr><td>public-sector internal<td>officers and people of councils
 * <tr><td>council<td>officers; people of councils, of rows that are all of councils they act for
 * <tr><td>contractor<td>officers; until its day, whoever holds a contractor's link
 * </table>
 *
 * <p>All but what is open, after the terms are accepted as they stand.
 */
@Component
public class LicencePolicy {

  private final LicenceRepository licences;
  private final AcceptanceRepository acceptances;

  LicencePolicy(LicenceRepository licences, AcceptanceRepository acceptances) {
    this.licences = licences;
    this.acceptances = acceptances;
  }

  /**
   * That whoever asks may have what is made of some layers.
   *
   * @param what it is, as a sentence begins
   * @param layers as imports name them, see {@link LicenceRepository#LAYERS}
   * @param councils ids of the councils whose rows alone are asked for; null for all rows
   * @throws TermsNotAcceptedException when nothing else stands in the way
   * @throws ForbiddenException for any other reason; the sentence says it, and what to do
   */
  public void check(String what, Collection<String> layers, Collection<Long> councils) {
    refuse(what, closed(layers, councils));
  }

  /** Why whoever asks may not have it; empty when they may. Parameters as those of check. */
  public List<LicenceRefusal> closed(Collection<String> layers, Collection<Long> councils) {
    Audience asking = Audience.current();
    Map<String, Licence> known = known();
    boolean needed = layers.stream().map(known::get).anyMatch(it -> it != null && !it.isOpen());
    Set<String> accepted =
        needed && !asking.isPublic() ? acceptances.listAccepted(asking.account()) : Set.of();
    List<LicenceRefusal> closed = new ArrayList<>();
    for (String layer : layers) {
      Licence licence = known.get(layer);
      reason(licence, asking, councils, accepted.contains(layer))
          .ifPresent(it -> closed.add(closed(layer, it, licence)));
    }
    return closed;
  }

  /**
   * Why the holder of a contractor's link may not have it, whoever has signed in: it is for layers
   * that are open, or for contractors today. That the terms are accepted is a matter of the link.
   */
  public List<LicenceRefusal> closedToContractor(Collection<String> layers) {
    Map<String, Licence> known = known();
    LocalDate today = LocalDate.now(DateFormats.LONDON);
    List<LicenceRefusal> closed = new ArrayList<>();
    for (String layer : layers) {
      Licence licence = known.get(layer);
      contractorsReason(licence, today).ifPresent(it -> closed.add(closed(layer, it, licence)));
    }
    return closed;
  }

  /**
   * Refuses what is closed.
   *
   * @throws TermsNotAcceptedException when nothing else stands in the way
   * @throws ForbiddenException for any other reason; nothing happens when there is none
   */
  public static void refuse(String what, List<LicenceRefusal> closed) {
    if (closed.isEmpty()) {
      return;
    }
    List<LicenceRefusal> inOrder =
        closed.stream().sorted(Comparator.comparing(LicenceRefusal::reason)).toList();
    String site = site();
    String sentence =
        "%s cannot be downloaded: %s; %s."
            .formatted(
                what,
                inOrder.stream().map(LicenceRefusal::words).collect(Collectors.joining(", ")),
                inOrder.stream()
                    .map(it -> it.remedy(site))
                    .distinct()
                    .collect(Collectors.joining("; ")));
    if (closed.stream().allMatch(LicenceRefusal::isTerms)) {
      throw new TermsNotAcceptedException(closed.get(0).layer(), sentence);
    }
    throw new ForbiddenException(sentence);
  }

  /** The rule itself; null for no licence. */
  static Optional<LicenceRefusal.Reason> reason(
      Licence licence, Audience asking, Collection<Long> councils, boolean accepted) {
    if (licence == null) {
      return Optional.of(LicenceRefusal.Reason.NO_LICENCE);
    }
    if (licence.isOpen()) {
      return Optional.empty();
    }
    if (asking.isPublic()) {
      return Optional.of(LicenceRefusal.Reason.SIGN_IN);
    }
    boolean officer = asking.kind() == Audience.Kind.OFFICER;
    boolean ofCouncil =
        asking.kind() == Audience.Kind.COUNCIL
            && !asking.councils().isEmpty()
            && licence.flag() != LicenceFlag.CONTRACTOR;
    if (!officer && !ofCouncil) {
      return Optional.of(LicenceRefusal.Reason.OTHERS);
    }
    if (!officer && licence.flag() == LicenceFlag.COUNCIL && !isOwn(asking, councils)) {
      return Optional.of(LicenceRefusal.Reason.OWN_ROWS);
    }
    return accepted ? Optional.empty() : Optional.of(LicenceRefusal.Reason.TERMS);
  }

  /** The same for a contractor's link; null for no licence. */
  static Optional<LicenceRefusal.Reason> contractorsReason(Licence licence, LocalDate today) {
    if (licence == null) {
      return Optional.of(LicenceRefusal.Reason.NO_LICENCE);
    }
    if (licence.isOpen()) {
      return Optional.empty();
    }
    if (licence.flag() != LicenceFlag.CONTRACTOR) {
      return Optional.of(LicenceRefusal.Reason.OTHERS);
    }
    return today.isBefore(licence.contractorUntil())
        ? Optional.empty()
        : Optional.of(LicenceRefusal.Reason.OVER);
  }

  private static boolean isOwn(Audience asking, Collection<Long> councils) {
    return councils != null && !councils.isEmpty() && asking.councils().containsAll(councils);
  }

  private Map<String, Licence> known() {
    return licences.list().stream().collect(Collectors.toMap(Licence::layer, Function.identity()));
  }

  private static LicenceRefusal closed(
      String layer, LicenceRefusal.Reason reason, Licence licence) {
    return new LicenceRefusal(layer, reason, licence == null ? null : licence.flag());
  }

  /** Address of the service, as whoever asks reached it; empty where nobody asks by the web. */
  private static String site() {
    return RequestContextHolder.getRequestAttributes() == null
        ? ""
        : ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
  }
}
