package org.greensward.demonstration;

import static org.greensward.demonstration.DemonstrationShapes.curve;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The rivers, the canal, the railways and the motorway: lines drawn by hand between the settlements
 * so that they pass none of them too closely, then bent. None is a survey of a real one.
 */
record Waterways(
    LineString river,
    LineString brook,
    LineString canal,
    LineString mainLine,
    LineString branchLine,
    LineString motorway) {

  static Waterways draw(long seed) {
    Noise noise = new Noise(seed + 11);
    LineString river =
        curve(
            475900, 241900, 478200, 241500, 480300, 241850, 482300, 241950, 484200, 243300, 486200,
            243750, 487500, 244350, 488000, 245700, 487300, 247700, 487350, 249500, 488300, 250550,
            489700, 250450, 490050, 251800, 491300, 252450, 492300, 252000, 493300, 251300, 495600,
            250900);
    LineString brook =
        curve(
            490100, 230400, 488800, 232900, 488450, 234800, 488200, 236600, 488250, 238000, 487750,
            239500, 487200, 241000, 488400, 242300, 488100, 243500, 487500, 244350);
    LineString canal =
        curve(
            489500, 230300, 488100, 232300, 487350, 235000, 487050, 237000, 486300, 239400, 486250,
            241300, 485500, 242800, 483900, 242150, 482500, 241450, 481000, 241600, 479500, 243000,
            476600, 245900);
    return new Waterways(
        DemonstrationShapes.wander(
            DemonstrationShapes.wander(river, noise, 210, 620), noise, 30, 190),
        DemonstrationShapes.wander(
            DemonstrationShapes.wander(brook, noise, 120, 420), noise, 22, 120),
        DemonstrationShapes.wander(canal, noise, 90, 700),
        DemonstrationShapes.wander(
            curve(
                489100, 229900, 486700, 232100, 486050, 234300, 484900, 236400, 484400, 238300,
                482800, 240300, 481500, 242300, 479600, 245700, 477000, 249600),
            noise,
            60,
            1800),
        DemonstrationShapes.wander(
            curve(
                486600, 232250, 487300, 234150, 488800, 234650, 490100, 235200, 491700, 236150,
                495600, 237300),
            noise,
            40,
            1500),
        DemonstrationShapes.wander(
            curve(
                495700, 236300, 492200, 239300, 489300, 241300, 486800, 242700, 485300, 244600,
                483600, 246900, 482300, 248500, 480100, 251800),
            noise,
            80,
            2500));
  }

  Geometry riverArea() {
    return river.buffer(11, 3);
  }

  /** Water and railways with {@code margin} metres beside them: no house stands there. */
  Geometry keepClear(double margin) {
    return UnaryUnionOp.union(
        List.of(
            river.buffer(margin + 20),
            brook.buffer(margin),
            canal.buffer(margin),
            mainLine.buffer(margin),
            branchLine.buffer(margin),
            motorway.buffer(margin + 30)));
  }
}
