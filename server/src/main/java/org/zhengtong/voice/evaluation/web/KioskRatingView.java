package org.zhengtong.voice.evaluation.web;

import java.util.List;
import org.zhengtong.voice.evaluation.Evaluations;

/** A step of rating at a machine. */
public sealed interface KioskRatingView {
    record Numbers(List<Evaluations.Invitation> lately) implements KioskRatingView {}

    record Asks(RatingView rating) implements KioskRatingView {}

    record Thanks(String receipt) implements KioskRatingView {}
}
