package org.greensward.engagement;

import java.util.HashMap;
import java.util.Map;

/** What forms of steps and plans show before anybody has typed. */
final class StepForms {
  private StepForms() {}

  static Map<String, Object> of(RecordedStep step) {
    Map<String, Object> values = new HashMap<>();
    values.put("step", step.step());
    values.put("day", step.day());
    values.put("words", step.words());
    values.put("minute", step.minute());
    values.put("document", step.document());
    return values;
  }

  static Map<String, Object> of(EngagementPlan plan) {
    Map<String, Object> values = new HashMap<>();
    values.put("next", plan.nextStep());
    values.put("next-date", plan.nextDate());
    values.put("point-authority", plan.pointAuthority());
    values.put("point-council", plan.pointCouncil());
    values.put("note", plan.note());
    values.put("version", plan.version());
    return values;
  }
}
