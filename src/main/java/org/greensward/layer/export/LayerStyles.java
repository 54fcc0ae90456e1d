package org.greensward.layer.export;

import java.util.List;
import org.greensward.layer.export.CategorizedStyle.Look;
import org.greensward.layer.export.CategorizedStyle.Pattern;

/** How the layers are drawn: as on the map ({@code look.js}). */
public final class LayerStyles {
  private static final String INK = "#0B0C0C";
  private static final String GREY = "#505A5F";

  public static final CategorizedStyle STATUS =
      new CategorizedStyle(
          "status",
          "name",
          List.of(
              new Look("devolved", "Devolved", "#FFDD00", INK, 2, false, Pattern.HATCH),
              new Look(
                  "interested", "Interest expressed", "#1D70B8", INK, 1.25, false, Pattern.DOTS),
              new Look("none", "No interest recorded", "#F3F2F1", GREY, 1, false, Pattern.NONE),
              new Look("unknown", "Not known", null, GREY, 1, true, Pattern.NONE),
              new Look("other", "Unparished", null, GREY, 1, true, Pattern.NONE)));

  public static final CategorizedStyle LOOKED_AFTER_BY =
      new CategorizedStyle(
          "looked_after_by_kind",
          null,
          List.of(
              new Look("council", "Local council", "#FFDD00", INK, 1, false, Pattern.HATCH),
              new Look("contractor", "Contractor", "#B9A5D3", "#4C2C92", 1, false, Pattern.NONE),
              new Look("authority", "Authority", "#FFFFFF", GREY, 1, false, Pattern.LEVEL),
              new Look("trust", "Trust", "#E0B98A", "#6B4420", 1, false, Pattern.UPRIGHT),
              new Look("company", "Company", "#F4C6D6", "#942514", 1, false, Pattern.GRID),
              new Look("several", "Several", "#F3F2F1", INK, 1, true, Pattern.NONE),
              new Look("other", "Others, or not known", "#FFFFFF", GREY, 1, true, Pattern.NONE)));

  private LayerStyles() {}
}
