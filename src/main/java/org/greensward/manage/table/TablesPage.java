package org.greensward.manage.table;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.greensward.manage.ManageCard;
import org.greensward.refusal.Refusal;
import org.greensward.web.Option;
import org.greensward.web.Page;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /manage}: what waits, and every table; {@code /manage/{table}}: its rows. */
@Page
class TablesPage {
  private final List<ManageCard> cards;
  private final ManagedTables tables;
  private final TableWords words;
  private final RowFields fields;
  private final Rows rows;

  TablesPage(
      List<ManageCard> cards, ManagedTables tables, TableWords words, RowFields fields, Rows rows) {
    this.cards = cards.stream().sorted(Comparator.comparingInt(ManageCard::order)).toList();
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
  record Filter(String name, String label, String value, List<Option> options) {}

  @GetMapping("/manage")
  @Transactional(readOnly = true)
  public String start(Model model) {
    model.addAttribute("cards", cards);
    model.addAttribute(
        "tables",
        tables.list().stream().map(it -> new Option(it.name(), words.table(it.name()))).toList());
    return "manage";
  }

  @GetMapping("/manage/{name}")
  @Transactional(readOnly = true)
  public String list(
      @PathVariable String name, @RequestParam Map<String, String> given, Model model) {
    ManagedTable table = tables.get(name);
    RowQuery query = RowQuery.of(table, given);
    Rows.Part part = read(table, query);
    List<Column> listed = table.listed().toList();
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
            .map(it -> new Option(it, words.text("manage.rows." + it)))
            .toList());
    return "manage-list";
  }

  private Rows.Part read(ManagedTable table, RowQuery query) {
    try {
      return rows.list(table, query);
    } catch (DataIntegrityViolationException e) {
      throw new Refusal("Something in the address is no value of this table.", e);
    }
  }

  private Head head(ManagedTable table, Column column, RowQuery query) {
    boolean sorted = column.name().equals(query.sort());
    String sort =
        !column.uses().sorted() ? null : (sorted && !query.descending() ? "-" : "") + column.name();
    boolean numeric = column.kind() == Kind.NUMBER || column.kind() == Kind.WHOLE;
    return new Head(
        fields.label(table, column),
        sort,
        !sorted ? null : query.descending() ? "descending" : "ascending",
        numeric);
  }

  private Line line(List<Column> listed, Row row) {
    List<String> cells = listed.stream().map(column -> words.cell(column, row)).toList();
    boolean another = listed.get(0).kind() == Kind.REFERENCE && cells.size() > 1;
    return new Line(row.key(), cells, another ? cells.get(1) : null);
  }

  private Filter filter(ManagedTable table, Column column, RowQuery query) {
    List<Option> options =
        column.kind() == Kind.FLAG
            ? List.of(
                new Option("true", words.text("manage.flag.true")),
                new Option("false", words.text("manage.flag.false")))
            : fields.options(column);
    return new Filter(
        RowQuery.FILTER + column.name(),
        fields.label(table, column),
        query.filters().getOrDefault(column.name(), ""),
        options);
  }
}
