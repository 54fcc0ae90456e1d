package org.greensward.licence;

import java.time.LocalDate;

/**
 * Under which licence a layer may be used.
 *
 * @param layer as imports name it
 * @param flag who may have it
 * @param contractorUntil the first day on which a contractor may no longer have it; null with every
 *     other flag
 * @param line the licence's name: {@code Open Government Licence v3.0}
 * @param attribution what every copy must say
 * @param source where the layer comes from; may be null
 * @param terms what its users agree to, in paragraphs; null for those that follow from the rest
 */
public record Licence(
    String layer,
    LicenceFlag flag,
    LocalDate contractorUntil,
    String line,
    String attribution,
    String source,
    String terms) {

  /** One whose terms follow from the rest. */
  public Licence(
      String layer,
      LicenceFlag flag,
      LocalDate contractorUntil,
      String line,
      String attribution,
      String source) {
    this(layer, flag, contractorUntil, line, attribution, source, null);
  }

  public boolean isOpen() {
    return flag == LicenceFlag.OPEN;
  }
}
