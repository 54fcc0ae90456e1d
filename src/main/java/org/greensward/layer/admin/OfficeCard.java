package org.greensward.layer.admin;

import java.util.function.LongFunction;
import org.greensward.layer.admin.DashboardCard.Sentence;
import org.springframework.core.Ordered;

/**
 * A part of a council's office: a page of its own, which the office leads to. Every bean of this
 * type is a card there; those who may see the office see all of them.
 *
 * @param title key of the text that is its heading and link
 * @param count says what is there now, of the council with an id; it is called at each visit
 * @param address of its page, with {@code {slug}} for the council's: {@code
 *     /councils/{slug}/office/notes}
 * @param order cards with lower numbers come first
 */
public record OfficeCard(String title, LongFunction<Sentence> count, String address, int order)
    implements Ordered {

  /** A way to a page of which there is nothing to count. */
  public static OfficeCard ofLink(String title, String sentence, String address, int order) {
    Sentence text = Sentence.of(sentence);
    return new OfficeCard(title, council -> text, address, order);
  }

  /** What is there now. */
  public Sentence sentence(long council) {
    return count.apply(council);
  }

  /** Its page for a council. */
  public String link(String slug) {
    return address.replace("{slug}", slug);
  }

  @Override
  public int getOrder() {
    return order;
  }
}
