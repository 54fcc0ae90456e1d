package org.greensward.ogc.features;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greensward.error.ForbiddenException;
import org.greensward.land.ParcelService;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.ProblemException;
import org.greensward.ogc.common.DraftCollection;
import org.greensward.ogc.transactions.LandWriteHandler;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.security.account.AccountRole;
import org.greensward.security.apikey.ApiKeyPrincipal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Which methods whoever asks may use on the features of a collection. */
public final class AllowedMethods {
  private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");

  private AllowedMethods() {}

  /**
   * @param one whether it is about one feature, and not about all
   */
  public static List<String> methods(
      OgcCollection collection, boolean one, HttpServletRequest request) {
    return Stream.concat(READING.stream(), writing(collection, one, request)).toList();
  }

  private static Stream<String> writing(
      OgcCollection collection, boolean one, HttpServletRequest request) {
    AccountRole role =
        AccountPrincipal.find().map(AccountPrincipal::role).orElse(AccountRole.ADMINISTRATOR);
    boolean land = collection.id().equals("land") && role != AccountRole.ADMINISTRATOR;
    boolean draft = collection == DraftCollection.COLLECTION && role == AccountRole.COUNCIL;
    if (ApiKeyPrincipal.onlyReads(request) || !land && !draft || draft && !one) {
      return Stream.empty();
    }
    return one ? Stream.of("PUT", "PATCH", "DELETE") : Stream.of("POST");
  }

  /**
   * What can be set of a feature, at one time or another; empty for a collection that is only read.
   */
  public static Set<String> settable(OgcCollection collection) {
    if (collection == DraftCollection.COLLECTION) {
      return DraftCollection.SETTABLE;
    }
    return collection.id().equals("land")
        ? Stream.concat(ParcelService.SETTABLE.stream(), Stream.of(LandWriteHandler.REFERENCE))
            .collect(Collectors.toSet())
        : Set.of();
  }

  /**
   * @throws ForbiddenException when an administrator asks, who keeps accounts and nothing else
   * @throws ProblemException 405 when the features are only read
   */
  public static void require(OgcCollection collection, boolean one, HttpServletRequest request) {
    if (AccountPrincipal.get().role() == AccountRole.ADMINISTRATOR) {
      throw new ForbiddenException(
          "Administrators keep accounts; land is changed by officers, and councils propose.");
    }
    List<String> methods = methods(collection, one, request);
    if (!methods.contains(request.getMethod())) {
      throw new ProblemException(
              HttpStatus.METHOD_NOT_ALLOWED,
              "%s is only read here; what you may ask for: %s."
                  .formatted(collection.id(), String.join(", ", methods)))
          .with(HttpHeaders.ALLOW, String.join(", ", methods));
    }
  }
}
