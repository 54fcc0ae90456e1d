package org.greensward.notification;

import org.greensward.security.audit.AuditedTransaction;
import org.greensward.web.FormResponses;
import org.greensward.web.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /manage/mail}: whether mail is sent, and what could not be. */
@Page
class MailPage {
  private final MailQueueRepository queue;
  private final ObjectProvider<OutboxDispatcher> post;
  private final AuditedTransaction editing;

  /** Commands send no mail and have no post. */
  MailPage(
      MailQueueRepository queue,
      ObjectProvider<OutboxDispatcher> post,
      AuditedTransaction editing) {
    this.queue = queue;
    this.post = post;
    this.editing = editing;
  }

  @GetMapping("/manage/mail")
  String page(Model model) {
    model.addAttribute("configured", post.getObject().isConfigured());
    model.addAttribute("figures", queue.figures());
    model.addAttribute("failed", queue.listFailed());
    return "engage/mail";
  }

  @PostMapping("/manage/mail/{id}/again")
  ModelAndView again(@PathVariable long id, RedirectAttributes flash) {
    editing.run(
        null,
        null,
        () -> {
          queue.again(id);
          return id;
        });
    return FormResponses.done(flash, "/manage/mail", "engage.notice.mail-again");
  }
}
