package org.greensward.search.place;

import static org.greensward.layer.admin.AdminColumn.basis;
import static org.greensward.layer.admin.AdminColumn.choice;
import static org.greensward.layer.admin.AdminColumn.of;
import static org.greensward.layer.admin.AdminColumn.text;

import org.greensward.layer.Basis;
import org.greensward.layer.Contribution;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.layer.admin.RowKey;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** The tables of officers for places and postcodes. */
@Contribution
class PlaceAdminTables {
  @Bean
  @Order(180)
  AdminTable placeAdminTable() {
    return AdminTable.of(
            "place",
            RowKey.id(),
            text("name").required().listed(),
            text("reference").required().whenAdded(),
            text("other_name"),
            choice(
                    "kind",
                    "city",
                    "town",
                    "village",
                    "suburb",
                    "hamlet",
                    "settlement",
                    "street",
                    "road",
                    "station",
                    "building",
                    "water",
                    "woodland",
                    "landform",
                    "place")
                .required()
                .listed()
                .filtered(),
            text("within").listed(),
            of("weight", ColumnKind.WHOLE).required(),
            of("geom", ColumnKind.POINT).required(),
            basis(Basis.values()))
        .searchedBy("t.lexemes @@ CAST(:_query AS tsquery)")
        .adding(
            "local",
            "is_local(ST_SetSRID(ST_MakePoint(CAST(:geom_easting AS float8),"
                + " CAST(:geom_northing AS float8)), 27700))")
        .build();
  }

  @Bean
  @Order(190)
  AdminTable postcodeAdminTable() {
    return AdminTable.of(
            "postcode",
            RowKey.text("code"),
            text("code").compact().required().whenAdded().sorted(),
            of("geom", ColumnKind.POINT).required().listed(),
            basis().listed())
        .searchedBy("t.code LIKE :_whole || '%'")
        .constraint("postcode_code_check", "code", "postcode")
        .build();
  }
}
