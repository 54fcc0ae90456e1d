package org.greensward.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.ILinkBuilder;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Links of pages without parameters that have no value: {@code /councils}, never {@code ?at=}. */
@Component
class Urls implements ILinkBuilder {
  private final ILinkBuilder builder = new StandardLinkBuilder();

  @Autowired
  void use(SpringTemplateEngine engine) {
    engine.setLinkBuilder(this);
  }

  @Override
  public String getName() {
    return "plain";
  }

  @Override
  public Integer getOrder() {
    return builder.getOrder();
  }

  @Override
  public String buildLink(IExpressionContext context, String base, Map<String, Object> parameters) {
    Map<String, Object> given = parameters == null ? null : new LinkedHashMap<>(parameters);
    if (given != null) {
      given.values().removeIf(value -> value == null || value.equals(""));
    }
    return builder.buildLink(context, base, given);
  }
}
