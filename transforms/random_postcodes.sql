-- Every row of every extract, as it landed.
SELECT *
FROM raw.random_postcodes
