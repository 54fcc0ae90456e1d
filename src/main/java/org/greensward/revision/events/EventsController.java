package org.greensward.revision.events;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.greensward.revision.LayerRevisions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /events}: each change of a public layer, told to whoever listens. */
@RestController
class EventsController {
  private static final String LATER = "20";

  private final EventBroadcaster hub;
  private final LayerRevisions known;

  EventsController(EventBroadcaster hub, LayerRevisions known) {
    this.hub = hub;
    this.known = known;
  }

  /**
   * Server-sent events without end: {@code {"layer", "revision", "bbox"}}, the box in degrees as
   * west, south, east, north, absent for everywhere; {@code minzoom} and {@code maxzoom} where a
   * change can be seen at some zooms only.
   *
   * @param since the revisions heard of before, as an event's id has them; what came after them is
   *     told first
   * @param last the same, as a browser gives it that connects again; goes before {@code since}
   * @return null once the stream is open; a problem when too many listen
   */
  @GetMapping("/events")
  ResponseEntity<ProblemDetail> events(
      @RequestParam(required = false) String since,
      @RequestHeader(name = "Last-Event-ID", required = false) String last,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    RevisionVector heard = heard(since, last);
    if (hub.isFull()) {
      return full();
    }
    boolean ahead =
        heard.revisions().entrySet().stream()
            .anyMatch(e -> e.getValue() > known.ofLayer(e.getKey()));
    if (ahead) {
      known.catchUp();
    }
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding("UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    // Proxies that gather what they pass on are asked not to.
    response.setHeader("X-Accel-Buffering", "no");
    hub.add(request.startAsync(), heard);
    return null;
  }

  private static RevisionVector heard(String since, String last) {
    if (last != null && !last.isBlank()) {
      return RevisionVector.parse("Last-Event-ID", last);
    }
    return since == null || since.isBlank()
        ? new RevisionVector(Map.of())
        : RevisionVector.parse("since", since);
  }

  private static ResponseEntity<ProblemDetail> full() {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header(HttpHeaders.RETRY_AFTER, LATER)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Too many maps are listening for changes; try again in a while."));
  }
}
