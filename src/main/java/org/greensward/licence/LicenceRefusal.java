package org.greensward.licence;

/**
 * Why whoever asks may not have what is made of a layer.
 *
 * @param layer as imports name it
 * @param flag whom its licence is for; null where none is recorded
 */
public record LicenceRefusal(String layer, Reason reason, LicenceFlag flag) {

  /** What stands in the way; the order is that in which it is told. */
  public enum Reason {
    /** No licence is recorded: it is for nobody. */
    NO_LICENCE,
    /** It is for others than whoever asks. */
    OTHERS,
    /** Nobody has signed in. */
    SIGN_IN,
    /** It is for a council's own rows, and more was asked for. */
    OWN_ROWS,
    /** The terms as they stand have not been accepted. */
    TERMS,
    /** The contractor's time is over. */
    OVER
  }

  /** Part of a sentence: what is the matter. */
  public String words() {
    return switch (reason) {
      case NO_LICENCE -> "no licence is recorded for " + layer;
      case OTHERS, SIGN_IN -> layer + " is for " + flag.audience() + " only";
      case OWN_ROWS -> layer + " is for each local council's own rows only";
      case TERMS -> "the terms of " + layer + " have not been accepted as they stand now";
      case OVER -> "contractors may no longer have " + layer;
    };
  }

  /**
   * Part of a sentence: what to do about it.
   *
   * @param site address of the service without a slash at the end; empty for paths alone
   */
  public String remedy(String site) {
    return switch (reason) {
      case NO_LICENCE, OTHERS, OVER -> "ask whoever runs this service";
      case SIGN_IN -> "sign in first, at " + site + "/sign-in";
      case OWN_ROWS -> "ask for the rows of a local council that you act for";
      case TERMS -> "read and accept them, signed in, at " + site + "/licences/" + layer;
    };
  }

  /** Whether nothing is missing but that whoever asks agrees to the terms. */
  public boolean isTerms() {
    return reason == Reason.TERMS;
  }
}
