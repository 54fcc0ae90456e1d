package org.greensward.notification;

import jakarta.servlet.http.HttpServletRequest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.greensward.authority.ContactRepository;
import org.greensward.council.CouncilAccess;
import org.greensward.council.CouncilReference;
import org.greensward.database.Audience;
import org.greensward.error.NotFoundException;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The feeds: {@code /feed.atom} for everybody, {@code /manage/feed.atom} for officers, {@code
 * /councils/{slug}/office/feed.atom} for a council, and the latter two at {@code
 * /feeds/{secret}.atom} for readers that cannot sign in.
 */
@Controller
class FeedController {
  private static final MediaType ATOM =
      MediaType.parseMediaType("application/atom+xml;charset=UTF-8");
  private static final CacheControl FOR_ALL =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();
  private static final CacheControl FOR_ONE = CacheControl.noCache().cachePrivate();
  private static final int LAST_PAGE = 100;

  private final FeedEntryRepository entries;
  private final FeedLinkRepository links;
  private final CouncilAccess councils;
  private final ContactRepository contacts;
  private final MessageSource messages;

  FeedController(
      FeedEntryRepository entries,
      FeedLinkRepository links,
      CouncilAccess councils,
      ContactRepository contacts,
      MessageSource messages) {
    this.entries = entries;
    this.links = links;
    this.councils = councils;
    this.contacts = contacts;
    this.messages = messages;
  }

  @GetMapping("/feed.atom")
  ResponseEntity<byte[]> forAll(@RequestParam(defaultValue = "1") String page) {
    int number = number(page);
    return answer(
        "public",
        text("engage.feed.public"),
        "/feed.atom",
        number,
        "/councils",
        entries.listPublic(number),
        FOR_ALL);
  }

  @GetMapping("/manage/feed.atom")
  ResponseEntity<byte[]> forOfficers(@RequestParam(defaultValue = "1") String page) {
    return officers("/manage/feed.atom", number(page));
  }

  private ResponseEntity<byte[]> officers(String path, int page) {
    return answer(
        "officers",
        text("engage.feed.officers"),
        path,
        page,
        "/manage/board",
        entries.listEvents(null, page),
        FOR_ONE);
  }

  @GetMapping("/councils/{slug}/office/feed.atom")
  ResponseEntity<byte[]> forCouncil(
      @PathVariable String slug, @RequestParam(defaultValue = "1") String page) {
    CouncilReference council = councils.office(slug);
    return council("/councils/" + slug + "/office/feed.atom", council, number(page));
  }

  private ResponseEntity<byte[]> council(String path, CouncilReference council, int page) {
    return answer(
        "council/" + council.id(),
        text("engage.feed.council", council.name()),
        path,
        page,
        "/councils/" + council.slug() + "/office/steps",
        entries.listEvents(council.id(), page),
        FOR_ONE);
  }

  /** The secret says whose feed it is; it opens nothing else, whoever else has signed in. */
  @GetMapping("/feeds/{token}.atom")
  ResponseEntity<byte[]> bySecret(
      @PathVariable String token,
      @RequestParam(defaultValue = "1") String page,
      HttpServletRequest request) {
    FeedLinkRepository.Opened opened =
        links
            .open(token)
            .orElseThrow(
                () -> new NotFoundException("There is no feed at this address, or no longer."));
    String path = "/feeds/" + token + ".atom";
    try (Audience.Bound bound = Audience.bind(opened.audience(request.getRemoteAddr()))) {
      return opened.council() == null
          ? officers(path, number(page))
          : council(
              path,
              new CouncilReference(opened.council(), opened.slug(), opened.name()),
              number(page));
    }
  }

  private ResponseEntity<byte[]> answer(
      String key,
      String title,
      String path,
      int page,
      String alternate,
      List<FeedEntryRepository.Entry> found,
      CacheControl kept) {
    boolean more = found.size() > FeedEntryRepository.PAGE && page < LAST_PAGE;
    AtomFeed feed =
        new AtomFeed(
            key,
            title,
            contacts.ways().name(),
            ServletUriComponentsBuilder.fromCurrentContextPath().toUriString(),
            page == 1 ? path : path + "?page=" + page,
            more ? path + "?page=" + (page + 1) : null,
            alternate,
            found.subList(0, Math.min(found.size(), FeedEntryRepository.PAGE)));
    byte[] bytes = feed.bytes();
    return ResponseEntity.ok()
        .contentType(ATOM)
        .cacheControl(kept)
        .eTag(digest(bytes))
        .lastModified(feed.updated())
        .header("X-Robots-Tag", "noindex")
        .body(bytes);
  }

  private static int number(String page) {
    return page.matches("[1-9][0-9]?|100") ? Integer.parseInt(page) : 1;
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text(String key, Object... values) {
    return messages.getMessage(key, values, Locale.UK);
  }
}
