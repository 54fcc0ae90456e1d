package org.greensward.ogc.transactions;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.greensward.error.ForbiddenException;
import org.greensward.layer.feature.FeatureWriter;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.ProblemException;
import org.greensward.ogc.common.FeatureWriters;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.security.account.AccountRole;
import org.greensward.security.apikey.ApiKeyPrincipal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Determines which methods the present account may use on the features of a collection. */
@Component
class AllowedMethods {
  private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");

  private final FeatureWriters writers;

  AllowedMethods(FeatureWriters writers) {
    this.writers = writers;
  }

  /**
   * @param one whether it is about one feature, and not about all
   */
  List<String> methods(OgcCollection collection, boolean one, HttpServletRequest request) {
    Stream<String> writing =
        ApiKeyPrincipal.onlyReads(request)
            ? Stream.empty()
            : writer(collection).stream().flatMap(writer -> writing(writer, one));
    return Stream.concat(READING.stream(), writing).toList();
  }

  private static Stream<String> writing(FeatureWriter writer, boolean one) {
    if (one) {
      return Stream.of("PUT", "PATCH", "DELETE");
    }
    return writer.description().create() == null ? Stream.empty() : Stream.of("POST");
  }

  private Optional<FeatureWriter> writer(OgcCollection collection) {
    return AccountPrincipal.find().flatMap(account -> writers.find(collection, account.role()));
  }

  /**
   * The writer of a request that changes features.
   *
   * @throws ForbiddenException to administrators, who keep accounts and nothing else
   * @throws ProblemException 405 when the account may only read the features
   */
  FeatureWriter require(OgcCollection collection, boolean one, HttpServletRequest request) {
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
    return writer(collection).orElseThrow();
  }
}
