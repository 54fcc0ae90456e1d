package org.greensward.proposal.page;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.greensward.proposal.CouncilParcelRepository;
import org.greensward.proposal.ParcelSummary;
import org.greensward.proposal.ProposalKind;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.web.SelectOption;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the shape editor has to know of the form that it stands in; see {@code shape-editor.html}.
 */
@Component
public class ShapeField {
  private static final int CLOSE = 16;

  private final JdbcClient jdbc;
  private final CouncilParcelRepository parcels;
  private final MessageSource messages;

  ShapeField(JdbcClient jdbc, CouncilParcelRepository parcels, MessageSource messages) {
    this.jdbc = jdbc;
    this.parcels = parcels;
    this.messages = messages;
  }

  /**
   * Of a form for a kind that is drawn.
   *
   * @param parcel whose shape it is; empty for land that is missing, whose unit the chosen asset
   *     type decides
   * @param compared whether its recorded shape is shown beside what is drawn
   */
  public void describe(
      Model model,
      ProposalKind kind,
      long council,
      Optional<ParcelSummary> parcel,
      boolean compared) {
    if (!kind.isDrawn()) {
      return;
    }
    model.addAttribute("shapeOwner", AccountPrincipal.get().getUsername());
    parcel.ifPresent(
        it -> {
          model.addAttribute("unit", it.unit());
          model.addAttribute("shapeReference", it.reference());
          if (compared) {
            model.addAttribute("shapeCompare", it.shape());
            model.addAttribute(
                "shapeCompareWords", messages.getMessage("proposal.recorded", null, Locale.UK));
          }
        });
    if (kind == ProposalKind.LAND_MISSING) {
      Map<String, String> units = new LinkedHashMap<>();
      for (SelectOption type : parcels.listTypes()) {
        units.put(type.value(), parcels.findUnit(type.value()).orElseThrow());
      }
      model.addAttribute("unit", null);
      model.addAttribute("shapeUnitSelect", "type");
      model.addAttribute("shapeUnits", JsonMapper.shared().writeValueAsString(units));
      model.addAttribute("shapeSpot", spot(council));
    }
  }

  /**
   * Where the council's settlement is, as the map's address has it; null when it is not recorded.
   */
  private String spot(long council) {
    return jdbc.sql(
            """
            SELECT :zoom || '/' || round(ST_Y(p)::numeric, 5) || '/' || round(ST_X(p)::numeric, 5)
            FROM council c CROSS JOIN LATERAL (
              SELECT ST_Transform(coalesce(c.place, (
                SELECT ST_PointOnSurface(p.geom) FROM council_parish cp
                JOIN parish p ON p.code = cp.parish_code AND upper_inf(p.valid)
                WHERE cp.council_id = c.id AND upper_inf(cp.valid) LIMIT 1)), 4326) AS p) spot
            WHERE c.id = :council AND p IS NOT NULL
            """)
        .param("zoom", String.valueOf(CLOSE))
        .param("council", council)
        .query(String.class)
        .optional()
        .orElse(null);
  }
}
