package org.greensward.security.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.greensward.web.Form;

/** Reads a new password, typed twice, from a form. */
public final class NewPasswordField {
  static final String FIELD = "new-password";
  static final String AGAIN = "new-password-again";

  private NewPasswordField() {}

  /**
   * The password, as it was typed.
   *
   * @param others what it may not be
   * @return empty, and said in the form, when it will not do
   */
  public static Optional<String> read(Form form, HttpServletRequest request, String... others) {
    String password = PasswordPolicy.normal(request.getParameter(FIELD));
    Optional<Form.Message> fault = PasswordPolicy.fault(password, others);
    if (fault.isPresent()) {
      form.refuse(FIELD, fault.get().key(), fault.get().arguments());
      return Optional.empty();
    }
    if (!password.equals(PasswordPolicy.normal(request.getParameter(AGAIN)))) {
      form.refuse(AGAIN, "password.differs");
      return Optional.empty();
    }
    return Optional.of(password);
  }
}
