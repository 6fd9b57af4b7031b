package org.zhengtong.voice.evaluation.web;

import java.util.List;
import org.zhengtong.services.systems.Indicator;
import org.zhengtong.voice.evaluation.Rating;

/** A rating as its giver finds it again. */
public record ReceiptView(Rating rating, List<Indicator> reasons) {}
