package org.greensward;

/** The program. */
public final class Greensward {
  private Greensward() {}

  public static void main(String[] args) {
    System.out.println("x");
  }
}
