package org.greensward.admin.row;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.greensward.admin.table.AdminTables;
import org.greensward.admin.table.RowQuery;
import org.greensward.admin.table.RowRepository;
import org.greensward.admin.table.TableLabels;
import org.greensward.error.UserException;
import org.greensward.layer.admin.AdminColumn;
import org.greensward.layer.admin.AdminRow;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.layer.admin.DashboardCard;
import org.greensward.web.Page;
import org.greensward.web.SelectOption;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /manage}: what waits, and every table; {@code /manage/{table}}: its rows. */
@Page
class TablesPage {
  private final List<DashboardCard> cards;
  private final AdminTables tables;
  private final TableLabels words;
  private final RowFields fields;
  private final RowRepository rows;

  TablesPage(
      List<DashboardCard> cards,
      AdminTables tables,
      TableLabels words,
      RowFields fields,
      RowRepository rows) {
    this.cards = cards.stream().sorted(Comparator.comparingInt(DashboardCard::order)).toList();
    this.tables = tables;
    this.words = words;
    this.fields = fields;
    this.rows = rows;
  }

  /**
   * A row of a list: its address, and what its cells show.
   *
   * @param more what tells it from rows whose first cell is the same, for those who hear links
   *     alone; null where the first cell is its own
   */
  record Line(String key, List<String> cells, String more) {}

  /**
   * The head of a column.
   *
   * @param sort what to ask for to sort by it; null where that is not offered
   * @param direction ascending, descending or null
   */
  record Head(String label, String sort, String direction, boolean numeric) {}

  /** A choice among rows. */
  record Filter(String name, String label, String value, List<SelectOption> options) {}

  @GetMapping("/manage")
  @Transactional(readOnly = true)
  public String start(Model model) {
    model.addAttribute("cards", cards);
    model.addAttribute(
        "tables",
        tables.list().stream()
            .map(it -> new SelectOption(it.name(), words.table(it.name())))
            .toList());
    return "manage";
  }

  @GetMapping("/manage/{name}")
  @Transactional(readOnly = true)
  public String list(
      @PathVariable String name, @RequestParam Map<String, String> given, Model model) {
    AdminTable table = tables.get(name);
    RowQuery query = RowQuery.of(table, given);
    RowRepository.Part part = read(table, query);
    List<AdminColumn> listed = table.listed().toList();
    model.addAttribute("table", table);
    model.addAttribute("title", words.table(name));
    model.addAttribute("one", words.one(name));
    model.addAttribute("query", query);
    model.addAttribute("parameters", query.parameters(table));
    model.addAttribute("heads", listed.stream().map(it -> head(table, it, query)).toList());
    model.addAttribute("lines", part.rows().stream().map(row -> line(listed, row)).toList());
    model.addAttribute("part", part);
    model.addAttribute(
        "filters", table.filters().stream().map(it -> filter(table, it, query)).toList());
    model.addAttribute(
        "states",
        table.states().keySet().stream()
            .map(it -> new SelectOption(it, words.text("manage.rows." + it)))
            .toList());
    return "manage-list";
  }

  private RowRepository.Part read(AdminTable table, RowQuery query) {
    try {
      return rows.list(table, query);
    } catch (DataIntegrityViolationException e) {
      throw new UserException("Something in the address is no value of this table.", e);
    }
  }

  private Head head(AdminTable table, AdminColumn column, RowQuery query) {
    boolean sorted = column.name().equals(query.sort());
    String sort =
        !column.uses().sorted() ? null : (sorted && !query.descending() ? "-" : "") + column.name();
    boolean numeric = column.kind() == ColumnKind.NUMBER || column.kind() == ColumnKind.WHOLE;
    return new Head(
        fields.label(table, column),
        sort,
        !sorted ? null : query.descending() ? "descending" : "ascending",
        numeric);
  }

  private Line line(List<AdminColumn> listed, AdminRow row) {
    List<String> cells = listed.stream().map(column -> words.cell(column, row)).toList();
    boolean another = listed.get(0).kind() == ColumnKind.REFERENCE && cells.size() > 1;
    return new Line(row.key(), cells, another ? cells.get(1) : null);
  }

  private Filter filter(AdminTable table, AdminColumn column, RowQuery query) {
    List<SelectOption> options =
        column.kind() == ColumnKind.FLAG
            ? List.of(
                new SelectOption("true", words.text("manage.flag.true")),
                new SelectOption("false", words.text("manage.flag.false")))
            : fields.options(column);
    return new Filter(
        RowQuery.FILTER + column.name(),
        fields.label(table, column),
        query.filters().getOrDefault(column.name(), ""),
        options);
  }
}
