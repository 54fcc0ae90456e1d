package org.greensward.land.editing;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.greensward.land.EditContext;
import org.greensward.land.ShapeCheckService;
import org.greensward.land.shape.InvalidShapeException;
import org.greensward.land.shape.ShapeFault;
import org.greensward.land.shape.ShapeJson;
import org.greensward.land.shape.ShapeLimits;
import org.greensward.land.shape.ShapeSplitter;
import org.greensward.land.shape.ShapeUnion;
import org.greensward.land.shape.ShapeValidator;
import org.greensward.land.shape.VertexSnapper;
import org.greensward.layer.QuantityUnit;
import org.greensward.web.DisplayFormats;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /api/edit}: what the shape editor asks while somebody draws. Anybody who signed in may
 * ask; nothing is stored. Shapes are those of {@link ShapeJson}; a shape that cannot be used is a
 * problem document with status 422, whose {@code faults} have sentence and place.
 */
@RestController
@RequestMapping("/api/edit")
class ShapeController {
  /** As a problem says it. */
  static final int LARGEST_BODY = 2_000_000;

  private static final int MOST_NEIGHBOURS = 300;
  private static final double WIDEST_BOX_M = 5000;
  private static final double FARTHEST_SNAP_M = 10;
  private static final int MOST_POINTS = 100;

  private final EditContext ground;
  private final ShapeCheckService checking;
  private final DisplayFormats formats;

  ShapeController(EditContext ground, ShapeCheckService checking, DisplayFormats formats) {
    this.ground = ground;
    this.checking = checking;
    this.formats = formats;
  }

  record Told(String sentence, Double east, Double north) {}

  record Shape(@JsonRawValue String shape, String words) {}

  record Checked(
      boolean sound,
      List<Told> faults,
      Shape repair,
      Double drawn,
      List<String> parishes,
      List<String> warnings) {}

  /**
   * Whether a shape is sound, where it lies, and what to think twice about.
   *
   * <p>{@code {shape, unit, reference?}}
   */
  @PostMapping("/check")
  Checked check(HttpServletRequest request) {
    JsonNode asked = body(request);
    String unit = unit(asked);
    Geometry shape = ShapeJson.read(asked.path("shape"));
    List<ShapeFault> faults = ShapeValidator.faults(shape, unit);
    if (!faults.isEmpty()) {
      Shape repair =
          ShapeValidator.repaired(shape).map(it -> told(it, unit, "shape.repaired")).orElse(null);
      return new Checked(
          false, faults.stream().map(this::told).toList(), repair, null, List.of(), List.of());
    }
    ShapeCheckService.Findings found = checking.look(shape, unit, List.of(reference(asked)));
    return new Checked(true, List.of(), null, found.drawn(), found.parishes(), found.warnings());
  }

  /**
   * The parts of a shape, the largest first.
   *
   * <p>{@code {shape, line, unit}}
   */
  @PostMapping("/split")
  List<Shape> split(HttpServletRequest request) {
    JsonNode asked = body(request);
    String unit = unit(asked);
    Geometry shape = ShapeValidator.sound(ShapeJson.read(asked.path("shape")), unit);
    return ShapeSplitter.split(shape, ShapeJson.read(asked.path("line"))).stream()
        .map(part -> told(part, unit, "shape.size"))
        .toList();
  }

  /**
   * One shape of several.
   *
   * <p>{@code {shapes, unit}}
   */
  @PostMapping("/merge")
  Shape merge(HttpServletRequest request) {
    JsonNode asked = body(request);
    String unit = unit(asked);
    List<Geometry> shapes = new ArrayList<>();
    asked.path("shapes").forEach(it -> shapes.add(ShapeValidator.sound(ShapeJson.read(it), unit)));
    return told(ShapeUnion.join(shapes), unit, "shape.size");
  }

  record Snapped(double east, double north, String to, boolean corner) {}

  record SnapAnswer(List<Snapped> points, @JsonRawValue String shape, Integer moved) {}

  /**
   * Points, or a whole shape, brought onto neighbouring parcels and parish edges. A point with
   * nothing near is given back as it is, without {@code to}.
   *
   * <p>{@code {points: [[east, north]] | shape, tolerance, reference?}}; tolerance in metres
   */
  @PostMapping("/snap")
  SnapAnswer snap(HttpServletRequest request) {
    JsonNode asked = body(request);
    double tolerance = asked.path("tolerance").doubleValue(0);
    if (!(tolerance > 0 && tolerance <= FARTHEST_SNAP_M)) {
      throw refused("shape.ask.tolerance", FARTHEST_SNAP_M);
    }
    if (asked.has("shape")) {
      Geometry shape = ShapeJson.read(asked.path("shape"));
      Geometry snapped =
          snapping(shape.getEnvelopeInternal(), tolerance, reference(asked)).snap(shape);
      return new SnapAnswer(null, ShapeJson.write(snapped), VertexSnapper.moved(shape, snapped));
    }
    List<Snapped> answers = new ArrayList<>();
    if (asked.path("points").size() > MOST_POINTS) {
      throw refused("shape.ask.points", MOST_POINTS);
    }
    for (JsonNode point : asked.path("points")) {
      Coordinate at = point(point);
      answers.add(
          snapping(new Envelope(at), tolerance, reference(asked))
              .snap(at)
              .map(hit -> new Snapped(hit.at().x, hit.at().y, hit.name(), hit.corner()))
              .orElse(new Snapped(at.x, at.y, null, false)));
    }
    return new SnapAnswer(answers, null, null);
  }

  private VertexSnapper snapping(Envelope near, double tolerance, String except) {
    Envelope box = new Envelope(near);
    box.expandBy(tolerance);
    List<VertexSnapper.Target> targets = new ArrayList<>();
    ground
        .listNeighbours(box, except, MOST_NEIGHBOURS)
        .forEach(it -> targets.add(new VertexSnapper.Target(it.reference(), it.shape())));
    ground
        .listParishes(box)
        .forEach(it -> targets.add(new VertexSnapper.Target(it.name(), it.shape())));
    return new VertexSnapper(targets, near, tolerance);
  }

  record Neighbour(
      String reference, String label, String unit, String name, @JsonRawValue String shape) {}

  /**
   * The parcels in a box that have not ended, nearest to its middle first, 300 at most.
   *
   * @param box west, south, east, north in EPSG:27700, no side longer than 5 km
   */
  @GetMapping("/neighbours")
  List<Neighbour> neighbours(
      @RequestParam List<Double> box, @RequestParam(defaultValue = "") String except) {
    if (box.size() != 4
        || !(Math.max(box.get(2) - box.get(0), box.get(3) - box.get(1)) <= WIDEST_BOX_M)) {
      throw refused("shape.ask.box", WIDEST_BOX_M / 1000);
    }
    Envelope within = new Envelope(box.get(0), box.get(2), box.get(1), box.get(3));
    return ground.listNeighbours(within, except, MOST_NEIGHBOURS).stream()
        .map(
            it ->
                new Neighbour(
                    it.reference(), it.label(), it.unit(), it.name(), ShapeJson.write(it.shape())))
        .toList();
  }

  /** How metres and degrees go together around a place, in either of them. */
  @GetMapping("/frame")
  EditContext.Frame frame(
      @RequestParam(required = false) Double east,
      @RequestParam(required = false) Double north,
      @RequestParam(required = false) Double lon,
      @RequestParam(required = false) Double lat) {
    if (east != null && north != null && ShapeLimits.isInEngland(east, north)) {
      return ground.getFrame(east, north);
    }
    if (lon != null && lat != null && lon > -9 && lon < 3 && lat > 49 && lat < 61) {
      return ground.getFrameAround(lon, lat);
    }
    throw refused("shape.ask.place");
  }

  private Shape told(Geometry shape, String unit, String key) {
    return new Shape(
        ShapeJson.write(shape),
        checking.say(key, formats.quantity(ShapeValidator.drawn(shape, unit), unit)));
  }

  private Told told(ShapeFault fault) {
    return new Told(
        checking.sentence(fault),
        fault.at() == null ? null : fault.at().x,
        fault.at() == null ? null : fault.at().y);
  }

  private String unit(JsonNode asked) {
    String unit = asked.path("unit").asString("");
    if (!QuantityUnit.codes().contains(unit)) {
      throw refused("shape.ask.unit");
    }
    return unit;
  }

  private static String reference(JsonNode asked) {
    return asked.path("reference").asString("");
  }

  private Coordinate point(JsonNode point) {
    if (!point.path(0).isNumber() || !point.path(1).isNumber()) {
      throw refused("shape.fault.unreadable");
    }
    return new Coordinate(point.path(0).doubleValue(), point.path(1).doubleValue());
  }

  /** What was sent, no more than {@link #LARGEST_BODY} bytes of it. */
  private JsonNode body(HttpServletRequest request) {
    try {
      byte[] sent = request.getInputStream().readNBytes(LARGEST_BODY + 1);
      if (sent.length > LARGEST_BODY) {
        throw new ResponseStatusException(
            HttpStatus.CONTENT_TOO_LARGE,
            checking.say("shape.ask.large", LARGEST_BODY / 1_000_000));
      }
      return JsonMapper.shared().readTree(sent);
    } catch (JacksonException | IOException e) {
      throw refused("shape.fault.unreadable");
    }
  }

  private ResponseStatusException refused(String key, Object... arguments) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, checking.say(key, arguments));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> misshapen(InvalidShapeException misshapen) {
    List<Told> faults = misshapen.faults().stream().map(this::told).toList();
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_CONTENT, faults.get(0).sentence());
    problem.setProperty("faults", faults);
    return ResponseEntity.unprocessableContent()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
