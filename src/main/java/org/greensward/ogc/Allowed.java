package org.greensward.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greensward.access.AskedByKey;
import org.greensward.access.Role;
import org.greensward.access.SignedIn;
import org.greensward.edit.LandDesk;
import org.greensward.ogc.body.Problem;
import org.greensward.refusal.NotAllowed;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Which methods whoever asks may use on the features of a collection. */
final class Allowed {
  private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");

  private Allowed() {}

  /**
   * @param one whether it is about one feature, and not about all
   */
  static List<String> methods(OgcCollection collection, boolean one, HttpServletRequest request) {
    return Stream.concat(READING.stream(), writing(collection, one, request)).toList();
  }

  private static Stream<String> writing(
      OgcCollection collection, boolean one, HttpServletRequest request) {
    Role role = SignedIn.find().map(SignedIn::role).orElse(Role.ADMINISTRATOR);
    boolean land = collection.id().equals("land") && role != Role.ADMINISTRATOR;
    boolean draft = collection == Drafts.COLLECTION && role == Role.COUNCIL;
    if (AskedByKey.onlyReads(request) || !land && !draft || draft && !one) {
      return Stream.empty();
    }
    return one ? Stream.of("PUT", "PATCH", "DELETE") : Stream.of("POST");
  }

  /**
   * What can be set of a feature, at one time or another; empty for a collection that is only read.
   */
  static Set<String> settable(OgcCollection collection) {
    if (collection == Drafts.COLLECTION) {
      return Drafts.SETTABLE;
    }
    return collection.id().equals("land")
        ? Stream.concat(LandDesk.SETTABLE.stream(), Stream.of(LandWrites.REFERENCE))
            .collect(Collectors.toSet())
        : Set.of();
  }

  /**
   * @throws NotAllowed when an administrator asks, who keeps accounts and nothing else
   * @throws Problem 405 when the features are only read
   */
  static void require(OgcCollection collection, boolean one, HttpServletRequest request) {
    if (SignedIn.get().role() == Role.ADMINISTRATOR) {
      throw new NotAllowed(
          "Administrators keep accounts; land is changed by officers, and councils propose.");
    }
    List<String> methods = methods(collection, one, request);
    if (!methods.contains(request.getMethod())) {
      throw new Problem(
              HttpStatus.METHOD_NOT_ALLOWED,
              "%s is only read here; what you may ask for: %s."
                  .formatted(collection.id(), String.join(", ", methods)))
          .with(HttpHeaders.ALLOW, String.join(", ", methods));
    }
  }
}
