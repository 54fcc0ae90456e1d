package org.greensward.security.account.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.greensward.security.account.AccountAdminService;
import org.greensward.security.account.AccountQueries;
import org.greensward.security.account.AccountRole;
import org.greensward.security.account.EmailField;
import org.greensward.security.account.SignInSettings;
import org.greensward.security.apikey.ApiKeyRepository;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.greensward.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** {@code /manage/accounts}: administrators let people in, and out. */
@Page
class AccountAdminPage {
  private static final String HERE = "/manage/accounts";

  private final AccountAdminService desk;
  private final ApiKeyRepository keys;
  private final JdbcClient jdbc;
  private final SignInSettings settings;

  AccountAdminPage(
      AccountAdminService desk, ApiKeyRepository keys, JdbcClient jdbc, SignInSettings settings) {
    this.desk = desk;
    this.keys = keys;
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** A council to choose. */
  record Council(String value, String text) {}

  @GetMapping(HERE)
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "false") boolean ended,
      Model model) {
    Optional<AccountRole> wanted =
        Stream.of(AccountRole.values()).filter(r -> r.word().equals(role)).findAny();
    model.addAttribute("accounts", desk.list().list(q, wanted, ended));
    model.addAttribute("q", q);
    model.addAttribute("role", role);
    model.addAttribute("ended", ended);
    model.addAttribute("roles", AccountRole.values());
    return "manage/accounts";
  }

  @GetMapping(HERE + "/add")
  String add(HttpServletRequest request, Model model) {
    return draftPage(null, Form.of(request, Map.of("role", AccountRole.COUNCIL.word())), model);
  }

  @PostMapping(HERE + "/add")
  String add(HttpServletRequest request, HttpServletResponse response, Model model) {
    Form form = Form.sent(request);
    Optional<AccountAdminService.Draft> draft = draft(form, null);
    if (draft.isPresent()) {
      try {
        return given(desk.add(draft.get()), "accounts.added", model);
      } catch (AccountAdminService.AddressTaken e) {
        form.refuse("email", "accounts.taken");
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return draftPage(null, form, model);
  }

  private String draftPage(AccountQueries.Row account, Form form, Model model) {
    model.addAttribute("account", account);
    model.addAttribute("form", form);
    model.addAttribute("roles", AccountRole.values());
    model.addAttribute(
        "councils",
        jdbc.sql("SELECT slug AS value, name AS text FROM council ORDER BY name")
            .query(Council.class)
            .list());
    return "manage/account-draft";
  }

  /** Reads what was typed; a role that is given already is not asked for. */
  private static Optional<AccountAdminService.Draft> draft(Form form, AccountRole given) {
    String email = EmailField.read(form);
    String name = form.required("name", 200);
    String title = form.required("title", 100);
    String word =
        given != null
            ? given.word()
            : form.oneOf("role", Stream.of(AccountRole.values()).map(AccountRole::word).toList());
    List<String> councils = form.values("councils").stream().filter(c -> !c.isEmpty()).toList();
    if (AccountRole.COUNCIL.word().equals(word) == councils.isEmpty() && word != null) {
      form.refuse(
          "councils", councils.isEmpty() ? "accounts.councils.none" : "accounts.councils.some");
    }
    return form.isFaulty()
        ? Optional.empty()
        : Optional.of(
            new AccountAdminService.Draft(email, name, AccountRole.of(word), title, councils));
  }

  /** The page that shows a link, in answer to its making: nowhere is it kept to be shown again. */
  private String given(AccountAdminService.Given given, String words, Model model) {
    model.addAttribute("account", get(given.account()));
    model.addAttribute("words", words);
    model.addAttribute(
        "link",
        ServletUriComponentsBuilder.fromCurrentContextPath().path(given.path()).toUriString());
    model.addAttribute("until", AccountQueries.day(given.until()));
    return "manage/account-link";
  }

  private AccountQueries.Row get(long id) {
    return desk.find(id)
        .orElseThrow(() -> new NotFoundException("There is no account " + id + "."));
  }

  @GetMapping(HERE + "/{id}")
  String show(@PathVariable long id, HttpServletRequest request, Model model) {
    return page(get(id), Form.of(request, Map.of()), model);
  }

  private String page(AccountQueries.Row account, Form form, Model model) {
    model.addAttribute("account", account);
    model.addAttribute("form", form);
    model.addAttribute("required", settings.needsSecondFactor(account.role()));
    model.addAttribute("keys", keys.list(account.id()));
    model.addAttribute("revoke", HERE + '/' + account.id() + "/keys");
    return "manage/account";
  }

  @GetMapping(HERE + "/{id}/change")
  String change(@PathVariable long id, HttpServletRequest request, Model model) {
    AccountQueries.Row account = getInUse(id);
    return draftPage(account, Form.of(request, there(account)), model);
  }

  private AccountQueries.Row getInUse(long id) {
    AccountQueries.Row account = get(id);
    if (account.isEnded()) {
      throw new UserException("This account has ended; make another, or look at who has it now.");
    }
    return account;
  }

  private static Map<String, ?> there(AccountQueries.Row account) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("email", account.email());
    values.put("name", account.name());
    values.put("title", account.title());
    values.put("councils", account.slugs());
    return values;
  }

  @PostMapping(HERE + "/{id}/change")
  String change(
      @PathVariable long id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    AccountQueries.Row account = getInUse(id);
    Form form = Form.sent(request);
    Optional<AccountAdminService.Draft> draft = draft(form, account.role());
    if (draft.isPresent()) {
      try {
        desk.change(id, draft.get());
        flash.addFlashAttribute("notice", "accounts.changed");
        return Redirects.at(HERE + '/' + id, request);
      } catch (AccountAdminService.AddressTaken e) {
        form.refuse("email", "accounts.taken");
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return draftPage(account, form, model);
  }

  @PostMapping(HERE + "/{id}/link")
  String link(
      @PathVariable long id, @RequestParam(defaultValue = "false") boolean clear, Model model) {
    getInUse(id);
    return given(desk.reset(id, clear), "accounts.reset", model);
  }

  @PostMapping(HERE + "/{id}/end")
  String end(
      @PathVariable long id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    AccountQueries.Row account = getInUse(id);
    Form form = Form.sent(request);
    String reason = form.optional("reason", 500);
    if (!form.has("sure", "yes")) {
      form.refuse("sure", "accounts.end.sure.needed");
    }
    if (!form.isFaulty()) {
      try {
        desk.end(id, reason);
        flash.addFlashAttribute("notice", "accounts.ended");
        return Redirects.at(HERE, request);
      } catch (NotFoundException e) {
        throw e;
      } catch (UserException e) {
        form.refuse("sure", "accounts.end.last");
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return page(account, form, model);
  }

  @GetMapping(HERE + "/{id}/hand-over")
  String handOver(@PathVariable long id, HttpServletRequest request, Model model) {
    return handOverPage(getInUse(id), Form.of(request, Map.of()), model);
  }

  private static String handOverPage(AccountQueries.Row account, Form form, Model model) {
    model.addAttribute("account", account);
    model.addAttribute("form", form);
    return "manage/account-hand-over";
  }

  @PostMapping(HERE + "/{id}/hand-over")
  String handOver(
      @PathVariable long id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    AccountQueries.Row account = getInUse(id);
    Form form = Form.sent(request);
    String email = EmailField.read(form);
    String name = form.required("name", 200);
    String reason = form.optional("reason", 500);
    if (!form.isFaulty()) {
      try {
        return given(desk.handOver(id, email, name, reason), "accounts.handed-over", model);
      } catch (AccountAdminService.AddressTaken e) {
        form.refuse("email", "accounts.taken");
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return handOverPage(account, form, model);
  }
}
