package org.greensward.access;

import org.greensward.web.Form;

/** Reads an email address from a form. */
final class EmailField {
  private static final int LONGEST = 200;

  private EmailField() {}

  /** The address; null, and said in the form, when it is none. */
  static String read(Form form) {
    String email = form.required("email", LONGEST);
    if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) {
      form.refuse("email", "sign-in.email.form");
      return null;
    }
    return email;
  }
}
