package org.greensward.ogc.filter.ecql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.BinaryLogicOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.temporal.After;
import org.geotools.api.filter.temporal.Before;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.geotools.api.filter.temporal.During;
import org.geotools.api.filter.temporal.TEquals;
import org.geotools.api.temporal.Period;
import org.greensward.error.UserException;
import org.greensward.ogc.filter.cql.Escapes;
import org.greensward.ogc.filter.cql.Token;
import org.greensward.ogc.filter.tree.FilterCrs;
import org.greensward.ogc.filter.tree.FilterErrors;
import org.greensward.ogc.filter.tree.FilterLimits;
import org.greensward.ogc.filter.tree.Operand;
import org.greensward.ogc.filter.tree.Predicate;
import org.greensward.ogc.filter.tree.Queryable;
import org.greensward.ogc.filter.tree.TemporalRelation;
import org.greensward.ogc.filter.tree.TypeChecker;

/** Turns GeoTools' tree of a filter into ours; what ours does not know is refused. */
final class EcqlTree {
  private final FilterLimits limits = new FilterLimits();
  private final EcqlOperands operands;
  private final EcqlSpatial spatial;

  EcqlTree(Function<Token, Queryable> properties, FilterCrs crs) {
    this.operands = new EcqlOperands(properties, crs, limits);
    this.spatial = new EcqlSpatial(operands, crs);
  }

  Predicate predicate(Filter filter) {
    if (filter instanceof And and) {
      return new Predicate.All(parts(and, And.class));
    } else if (filter instanceof Or or) {
      return new Predicate.Any(parts(or, Or.class));
    } else if (filter instanceof Not not) {
      return new Predicate.Not(predicate(not.getFilter()));
    } else if (filter instanceof IncludeFilter) {
      return new Predicate.Truth(true);
    } else if (filter instanceof ExcludeFilter) {
      return new Predicate.Truth(false);
    } else if (filter instanceof BinaryComparisonOperator comparison) {
      return compared(
          operands.of(comparison.getExpression1()),
          operator(comparison),
          operands.of(comparison.getExpression2()));
    } else if (filter instanceof PropertyIsLike like) {
      return like(like);
    } else if (filter instanceof PropertyIsBetween between) {
      return TypeChecker.between(
          0,
          operands.of(between.getExpression()),
          operands.of(between.getLowerBoundary()),
          operands.of(between.getUpperBoundary()));
    } else if (filter instanceof PropertyIsNull test) {
      return new Predicate.Null(operands.of(test.getExpression()));
    } else if (filter instanceof BinaryTemporalOperator temporal) {
      return temporal(temporal);
    } else if (filter instanceof BinarySpatialOperator relation) {
      return spatial.predicate(relation);
    }
    throw notOffered();
  }

  static UserException notOffered() {
    return FilterErrors.at(
        0,
        "it has a predicate that is not offered; there are comparisons, LIKE, ILIKE, IN, BETWEEN,"
            + " IS NULL, BEFORE, AFTER, DURING, TEQUALS, INTERSECTS and its like, BBOX, DWITHIN and"
            + " BEYOND");
  }

  /** The parser pairs what is a row: taken apart again, or a long one would be as deep. */
  private List<Predicate> parts(
      BinaryLogicOperator row, Class<? extends BinaryLogicOperator> kind) {
    List<Filter> members = new ArrayList<>();
    List<Filter> open = new ArrayList<>(row.getChildren());
    while (!open.isEmpty()) {
      Filter first = open.remove(0);
      if (kind.isInstance(first)) {
        open.addAll(0, kind.cast(first).getChildren());
      } else {
        members.add(first);
        limits.term();
      }
    }
    return members.stream().map(this::predicate).toList();
  }

  private static Predicate.Operator operator(BinaryComparisonOperator comparison) {
    if (comparison instanceof PropertyIsEqualTo) {
      return Predicate.Operator.EQUAL;
    } else if (comparison instanceof PropertyIsNotEqualTo) {
      return Predicate.Operator.UNEQUAL;
    } else if (comparison instanceof PropertyIsLessThan) {
      return Predicate.Operator.LESS;
    } else if (comparison instanceof PropertyIsLessThanOrEqualTo) {
      return Predicate.Operator.LESS_OR_EQUAL;
    } else if (comparison instanceof PropertyIsGreaterThan) {
      return Predicate.Operator.MORE;
    } else if (comparison instanceof PropertyIsGreaterThanOrEqualTo) {
      return Predicate.Operator.MORE_OR_EQUAL;
    }
    throw notOffered();
  }

  private static Predicate compared(Operand left, Predicate.Operator operator, Operand right) {
    List<Operand> both = TypeChecker.alike(0, List.of(left, right));
    return new Predicate.Comparison(both.get(0), operator, both.get(1));
  }

  private Predicate like(PropertyIsLike like) {
    boolean folded = !like.isMatchingCase();
    Operand.Value text = TypeChecker.text(0, operands.of(like.getExpression()), "LIKE");
    return new Predicate.Like(
        folded ? new Operand.Folded(text) : text, Escapes.ecqlPattern(like.getLiteral()), folded);
  }

  private Predicate temporal(BinaryTemporalOperator temporal) {
    Operand left =
        TypeChecker.moment(0, operands.of(temporal.getExpression1()), TemporalRelation.EQUALS);
    if (temporal instanceof During) {
      return during(left, temporal.getExpression2());
    }
    Operand right = operands.of(temporal.getExpression2());
    if (temporal instanceof Before) {
      return compared(left, Predicate.Operator.LESS, right);
    } else if (temporal instanceof After) {
      return compared(left, Predicate.Operator.MORE, right);
    } else if (temporal instanceof TEquals) {
      return compared(left, Predicate.Operator.EQUAL, right);
    }
    throw notOffered();
  }

  /** Between the ends, neither included. */
  private Predicate during(Operand left, Expression when) {
    if (when instanceof Literal literal && literal.getValue() instanceof Period period) {
      Operand from = EcqlOperands.time(period.getBeginning().getPosition().getDate());
      Operand to = EcqlOperands.time(period.getEnding().getPosition().getDate());
      return new Predicate.All(
          List.of(
              compared(left, Predicate.Operator.MORE, from),
              compared(left, Predicate.Operator.LESS, to)));
    }
    throw FilterErrors.at(
        0, "DURING takes a period like 2018-10-01T00:00:00Z/2019-10-01T00:00:00Z");
  }
}
