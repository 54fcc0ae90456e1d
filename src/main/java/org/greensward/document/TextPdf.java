package org.greensward.document;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * A PDF of A4 pages of text in UK English, written from the top down and tagged as it is written,
 * so that a screen reader has it in the order of writing. Its typeface is embedded. Lengths are in
 * points, 72 to the inch, from the top left corner of the page. A letter that the typeface lacks is
 * written as a question mark.
 */
public final class TextPdf implements Closeable {
  public static final float WIDTH = PDRectangle.A4.getWidth();
  public static final float HEIGHT = PDRectangle.A4.getHeight();

  /** Liberation Sans, which the library brings under the SIL Open Font Licence. */
  private static final String TYPEFACE =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final String BULLET = "\u2022";
  private static final float LEADING = 1.3f;
  private static final float STROKE_OF_BOLD = 0.035f;

  private final PDDocument document = new PDDocument();
  private final PDType0Font font;
  private final StructureTree structure;
  private final Frame frame;
  private PDPageContentStream page;
  private float y;

  /**
   * The edges within which text runs.
   *
   * @param bottom space that stays free at the foot
   */
  public record Frame(float left, float top, float right, float bottom) {}

  /** How a text is set. */
  public record Style(float size, boolean bold) {}

  public TextPdf(String title, Frame frame) throws IOException {
    this.frame = frame;
    try (InputStream typeface = PDDocument.class.getResourceAsStream(TYPEFACE)) {
      this.font = PDType0Font.load(document, typeface, true);
    }
    this.structure = new StructureTree(document, title);
  }

  /** Points of millimetres. */
  public static float mm(float millimetres) {
    return millimetres * 72 / 25.4f;
  }

  /** Begins a page, and with it what belongs together: one letter, one report. */
  public void begin() throws IOException {
    structure.section();
    turn();
  }

  private void turn() throws IOException {
    if (page != null) {
      page.close();
    }
    PDPage sheet = new PDPage(PDRectangle.A4);
    document.addPage(sheet);
    structure.page(sheet);
    page = new PDPageContentStream(document, sheet);
    y = frame.top;
  }

  public int pages() {
    return document.getNumberOfPages();
  }

  /** Where the next line begins. */
  public float y() {
    return y;
  }

  public void moveTo(float newY) {
    y = newY;
  }

  public void skip(float space) {
    y += space;
  }

  /** A paragraph over the whole width; lines of the text stay lines, long ones are broken. */
  public void paragraph(String text, Style style) throws IOException {
    tagged(StandardStructureTypes.P, text, style);
  }

  /** A heading of level 1 to 6. */
  public void heading(int level, String text, Style style) throws IOException {
    tagged("H" + level, text, style);
  }

  private void tagged(String role, String text, Style style) throws IOException {
    PDStructureElement element = structure.element(role);
    flow(element, text, style);
  }

  private void flow(PDStructureElement element, String text, Style style) throws IOException {
    for (String line : wrap(text, style.size, frame.right - frame.left)) {
      if (y + style.size * LEADING > HEIGHT - frame.bottom) {
        turn();
      }
      y += style.size * LEADING;
      write(element, line, frame.left, y - style.size * (LEADING - 1), style);
    }
  }

  /** Lines at a place of their own: an address in its window. Does not move what comes next. */
  public void place(List<String> lines, float x, float top, Style style) throws IOException {
    PDStructureElement element = structure.element(StandardStructureTypes.P);
    float baseline = top;
    for (String line : lines) {
      baseline += style.size * LEADING;
      write(element, line, x, baseline, style);
    }
  }

  /** A list, set in columns of equal width that are read one after the other. */
  public void list(List<String> items, int columns, Style style) throws IOException {
    PDStructureElement list = structure.element(StandardStructureTypes.L);
    int each = (items.size() + columns - 1) / columns;
    float gap = style.size;
    float width = (frame.right - frame.left - gap * (columns - 1)) / columns;
    float top = y;
    float lowest = y;
    for (int i = 0; i < items.size(); i++) {
      if (i % Math.max(each, 1) == 0) {
        y = top;
      }
      int column = i / Math.max(each, 1);
      float x = frame.left + column * (width + gap);
      PDStructureElement item = structure.element(StandardStructureTypes.LI, list);
      PDStructureElement body = structure.element(StandardStructureTypes.L_BODY, item);
      String mark = BULLET;
      for (String line : wrap(items.get(i), style.size, width - style.size)) {
        if (columns == 1 && y + style.size * LEADING > HEIGHT - frame.bottom) {
          turn();
        }
        y += style.size * LEADING;
        float baseline = y - style.size * (LEADING - 1);
        write(body, mark, x, baseline, style);
        write(body, line, x + style.size, baseline, style);
        mark = "";
      }
      lowest = Math.max(lowest, y);
    }
    y = lowest;
  }

  /** A table whose first row and column are headings; widths are shares of the whole. */
  public void table(List<List<String>> rows, float[] shares, Style style) throws IOException {
    PDStructureElement table = structure.element(StandardStructureTypes.TABLE);
    for (int r = 0; r < rows.size(); r++) {
      PDStructureElement row = structure.element(StandardStructureTypes.TR, table);
      y += style.size * LEADING;
      float x = frame.left;
      for (int c = 0; c < rows.get(r).size(); c++) {
        boolean heads = r == 0 || c == 0;
        PDStructureElement cell =
            structure.element(heads ? StandardStructureTypes.TH : StandardStructureTypes.TD, row);
        write(
            cell,
            rows.get(r).get(c),
            x,
            y - style.size * (LEADING - 1),
            new Style(style.size, r == 0));
        x += shares[c] * (frame.right - frame.left);
      }
    }
  }

  /** A thin line across, which is no content. */
  public void rule() throws IOException {
    page.beginMarkedContent(COSName.ARTIFACT);
    page.setLineWidth(0.5f);
    page.moveTo(frame.left, HEIGHT - y);
    page.lineTo(frame.right, HEIGHT - y);
    page.stroke();
    page.endMarkedContent();
  }

  private void write(PDStructureElement element, String line, float x, float baseline, Style style)
      throws IOException {
    String shown = printable(line);
    if (shown.isBlank()) {
      return;
    }
    page.beginMarkedContent(
        COSName.getPDFName(element.getStructureType()), structure.content(element));
    page.beginText();
    page.setFont(font, style.size);
    if (style.bold) {
      page.setRenderingMode(RenderingMode.FILL_STROKE);
      page.setLineWidth(style.size * STROKE_OF_BOLD);
    } else {
      page.setRenderingMode(RenderingMode.FILL);
    }
    page.newLineAtOffset(x, HEIGHT - baseline);
    page.showText(shown);
    page.endText();
    page.endMarkedContent();
  }

  private List<String> wrap(String text, float size, float width) throws IOException {
    return LineBreaker.of(
        text, part -> font.getStringWidth(printable(part)) / 1000 * size <= width);
  }

  /** The text with what the typeface lacks replaced. */
  private String printable(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            code -> {
              String letter = Character.toString(code);
              shown.append(has(letter) ? letter : Character.isWhitespace(code) ? " " : "?");
            });
    return shown.toString();
  }

  private boolean has(String letter) {
    try {
      font.encode(letter);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Ends the document and gives its bytes. */
  public byte[] bytes() throws IOException {
    if (page != null) {
      page.close();
      page = null;
    }
    structure.end();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
