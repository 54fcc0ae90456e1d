// Follows the asset type chosen on the same page, which decides what kind of shape is drawn.
import {kindOf} from './shape-json.js';

/**
 * What was drawn for another kind comes back with it.
 *
 * @param {?Element} select @param {object} units by the select's values
 * @param {(unit: string) => void} take called with the unit, at once and at each change
 */
export function followUnit(select, units, model, take) {
  const drawn = new Map();
  const follow = () => {
    const unit = units[select.value];
    if (unit) {
      take(unit);
      drawn.set(model.kind, model.json);
      if (kindOf(unit) !== model.kind) {
        model.become(kindOf(unit));
        model.open(drawn.get(kindOf(unit)) ?? null);
      }
    }
  };
  if (select) {
    follow();
    select.addEventListener('change', follow);
  }
}
