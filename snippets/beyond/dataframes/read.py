import pandas as pd
import polars as pl

books = pd.read_parquet("pandas.parquet")
print(books.dtypes)
print("index:", books.index.name)
print(pl.read_parquet("pandas.parquet"))
