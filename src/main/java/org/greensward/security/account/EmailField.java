package org.greensward.security.account;

import org.greensward.web.Form;

/** Reads an email address from a form. */
public final class EmailField {
  private static final int LONGEST = 200;

  private EmailField() {}

  /** The address; null, and said in the form, when it is none. */
  public static String read(Form form) {
    String email = form.required("email", LONGEST);
    if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) {
      form.refuse("email", "sign-in.email.form");
      return null;
    }
    return email;
  }
}
