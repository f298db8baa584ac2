-- The page of availability asks for the hardware faults of a period (R5.4b).
create index clock_fact_fault on clock_fact (detected_at) where detected_at is not null;
