package com.leecyber.support.desk;

/** Whether a colleague agrees with what was decided. */
public enum ApprovalOutcome {
    APPROVED,
    REJECTED
}
