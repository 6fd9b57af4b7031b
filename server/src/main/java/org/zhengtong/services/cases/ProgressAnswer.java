package org.zhengtong.services.cases;

import org.zhengtong.ground.web.TryAgain;

/** What somebody is told who asks how far a matter is. */
public sealed interface ProgressAnswer {
    record Found(Progress progress) implements ProgressAnswer {}

    /** The number is that of one thing filed as a whole. */
    record FoundWhole(JointProgress progress) implements ProgressAnswer {}

    /** No such receipt, or other digits: which of the two is not told. */
    record Unknown() implements ProgressAnswer {}

    /** This network address has asked often enough for now. */
    record TooManyQuestions(TryAgain again) implements ProgressAnswer {}

    /** The digits to this receipt number, whether there is one or not, were wrong often enough for now. */
    record TooManyMistakes(TryAgain again) implements ProgressAnswer {}
}
