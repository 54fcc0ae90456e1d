package org.greensward.web;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Dates and quantities as GOV.UK writes them, whatever the locale of the machine. Templates reach
 * it as {@code @formats}.
 */
@Component("formats")
public class DisplayFormats {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final double HECTARE = 10_000;

  /** {@code 1 April 2014}; empty for null. */
  public static String dateOf(LocalDate date) {
    return date == null ? "" : DATE.format(date);
  }

  /** {@code 1 April 2014}; empty for null. */
  public String date(LocalDate date) {
    return dateOf(date);
  }

  /** {@code 9,618}: rounded to whole ones. */
  public String number(double number) {
    return decimals(number, "#,##0");
  }

  /** {@code 1,234.5 hectares}, for areas in m2; small ones as {@code 850 square metres}. */
  public String area(double squareMetres) {
    return squareMetres < HECTARE
        ? number(squareMetres) + " square metres"
        : hectares(squareMetres) + " hectares";
  }

  /** {@code 1,234.5}: hectares of an area in m2, with one decimal, two below ten. */
  public String hectares(double squareMetres) {
    double hectares = squareMetres / HECTARE;
    return decimals(hectares, hectares < 10 ? "#,##0.00" : "#,##0.0");
  }

  /**
   * A measured quantity with its unit: {@code 12,340 m²}, {@code 215 m}, {@code 17}.
   *
   * @param unit {@code m2}, {@code m} or {@code item}
   */
  public String quantity(double quantity, String unit) {
    return switch (unit) {
      case "m2" -> number(quantity) + " m²";
      case "m" -> number(quantity) + " m";
      default -> decimals(quantity, "#,##0.##");
    };
  }

  /** A distance in metres: {@code 4 metres}, {@code 1.2 kilometres}. */
  public String distance(double metres) {
    if (metres >= 1000) {
      return decimals(metres / 1000, "#,##0.0") + " kilometres";
    }
    long whole = Math.round(metres);
    return whole == 1 ? "1 metre" : whole + " metres";
  }

  /** {@code 13} or {@code 4.5}: as many as two decimals where they are there. */
  public String figure(double figure) {
    return decimals(figure, "#,##0.##");
  }

  private static String decimals(double number, String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.UK)).format(number);
  }
}
