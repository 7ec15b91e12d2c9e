"""Figure: one number that was measured, beside the number of something well known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured and what it is compared with, taken in the same minute on the same machine."""

    name: str
    value: float
    unit: str
    yardstick: str
    """What the value is compared with, in words."""
    yardstick_value: float
    """In the same unit."""
    goal: float | None = None
    """Largest ratio that is good enough; None where the figure is only for information."""
    least: float | None = None
    """Smallest ratio that is good enough, where more is better."""

    @property
    def ratio(self) -> float | None:
        """Value by yardstick; None where the yardstick is too small to be measured."""
        return self.value / self.yardstick_value if self.yardstick_value > 0 else None

    @property
    def reached(self) -> bool:
        """Whether the goal was reached."""
        if self.goal is None and self.least is None:
            return True
        if self.ratio is None:
            return False
        return (self.goal is None or self.ratio <= self.goal) and (
            self.least is None or self.ratio >= self.least
        )

    def as_json(self) -> dict[str, object]:
        """For `--json`: the ratio as a number of its own."""
        ratio = self.ratio
        return {
            "name": self.name,
            "value": round(self.value, 6),
            "unit": self.unit,
            "yardstick": self.yardstick,
            "yardstick_value": round(self.yardstick_value, 6),
            "ratio": None if ratio is None else round(ratio, 3),
            "goal": self.goal,
            **({} if self.least is None else {"least": self.least}),
        }
